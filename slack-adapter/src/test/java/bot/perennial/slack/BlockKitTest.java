package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockKitTest {
    @Test
    void drawsEverySpanAndBlock() {
        var message = Message.EMPTY
                .heading("Good morning")
                .entry(
                        Line.of("With ")
                                .strong("Ana")
                                .soft(" today ")
                                .quote("jazz")
                                .code("/met"),
                        new Control.Button("Undo", "/undo 1"),
                        new Control.Menu("Later ▾", List.of(new Control.Button("Tomorrow", "/followup ~1 later 1d"))),
                        new Control.Picks("Keep", "/keep 7", List.of(new Choice("~1", "Ana")), 3))
                .small(Line.of("Two others can wait"));

        assertThat(tree(message)).isEqualTo(JsonParser.parseString("""
                [{"type":"header","block_id":"e0.0.0","text":{"type":"plain_text","text":"Good morning","emoji":false}},
                 {"type":"rich_text","block_id":"e1.0.1","elements":[{"type":"rich_text_section","elements":[
                   {"type":"text","text":"With "},
                   {"type":"text","text":"Ana","style":{"bold":true}},
                   {"type":"text","text":" today ","style":{"italic":true}},
                   {"type":"text","text":"“jazz”"},
                   {"type":"text","text":"/met","style":{"code":true}}]}]},
                 {"type":"actions","block_id":"e1.0.2","elements":[
                   {"type":"button","action_id":"/undo 1","value":"/undo 1",
                    "text":{"type":"plain_text","text":"Undo","emoji":false}},
                   {"type":"static_select","action_id":"menu Later ▾",
                    "placeholder":{"type":"plain_text","text":"Later ▾","emoji":false},
                    "options":[{"value":"/followup ~1 later 1d",
                      "text":{"type":"plain_text","text":"Tomorrow","emoji":false}}]},
                   {"type":"multi_static_select","action_id":"picks /keep 7","max_selected_items":3,
                    "placeholder":{"type":"plain_text","text":"Keep","emoji":false},
                    "options":[{"value":"~1","text":{"type":"plain_text","text":"Ana","emoji":false}}]}]},
                 {"type":"context","block_id":"e2.0.3","elements":[
                   {"type":"plain_text","text":"Two others can wait","emoji":false}]}]
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U1>",
                "<http://evil|Slack login>",
                "*bold* _it_ ~no~ `code`",
                "&lt;!here&gt;",
                "```\nfence",
                ":tada:",
                "<!subteam^S1>",
                "a < b & c > d"
            })
    void leavesWhatPeopleTypedAsItIs(String typed) {
        var message = Message.of(Line.EMPTY.strong(typed)).small(Line.of(typed)).heading(typed);
        var blocks = tree(message);

        assertThat(texts(blocks)).containsOnly(typed, typed.replace('\n', ' '));
        assertThat(blocks.toString()).doesNotContain("mrkdwn");
        assertThat(Fallback.of(message)).doesNotContain("<").doesNotContain(">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u202Eb", "a\u2066b", "a\u009Bb", "a\u001Bb"})
    void dropsControlsAndDirectionOverrides(String typed) {
        assertThat(texts(tree(Message.of(typed)))).containsExactly("ab");
    }

    @Test
    void keepsFamiliesAndFlagsTogetherAndMendsBrokenPairs() {
        assertThat(texts(tree(Message.of("👩‍👩‍👧 🇵🇹")))).containsExactly("👩‍👩‍👧 🇵🇹");
        assertThat(texts(tree(Message.of("a\uD83Db")))).containsExactly("a\uFFFDb");
    }

    @Test
    void setsApartEveryCharacterThatReadsFromTheRight() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.getDirectionality(character) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(character) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .mapToObj(Character::toString)
                .forEach(typed -> assertThat(SafeText.apart("a" + typed, 100)).isEqualTo("\u2068a" + typed + "\u2069"));
    }

    @Test
    void cutsWhatIsTooLongInsteadOfFailing() {
        var message = Message.EMPTY.heading("h".repeat(400)).small(Line.of("s".repeat(9000)));
        for (var entry = 0; entry < 80; entry++) {
            message = message.entry(
                    Line.of("😀".repeat(4000)).plain("more"), new Control.Button("b".repeat(200), "/undo " + entry));
        }
        var blocks = tree(message);

        assertThat(blocks).hasSize(50);
        assertThat(texts(blocks)).endsWith("… and more than fits in one message.");
        assertThat(texts(blocks)).allSatisfy(text -> {
            assertThat(text.length()).isBetween(1, 3000);
            assertThat(text.codePoints()).noneMatch(character -> Character.getType(character) == Character.SURROGATE);
        });
        assertThat(Fallback.of(message).length()).isLessThan(4000);
    }

    @Test
    void givesEveryBlockAndEveryControlOfABlockItsOwnId() {
        var buttons = IntStream.range(0, 60)
                .<Control>mapToObj(i -> new Control.Button("Undo", "/undo 1"))
                .toList();
        var blocks = tree(Message.EMPTY.entry(Line.of("a"), buttons).entry(Line.of("b"), buttons));
        var ids = new HashSet<String>();
        for (JsonElement block : blocks) {
            assertThat(ids.add(block.getAsJsonObject().get("block_id").getAsString()))
                    .isTrue();
            var actions = new HashSet<String>();
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                var elements = block.getAsJsonObject().getAsJsonArray("elements");
                assertThat(elements).hasSizeLessThanOrEqualTo(25);
                for (JsonElement element : elements) {
                    assertThat(actions.add(
                                    element.getAsJsonObject().get("action_id").getAsString()))
                            .isTrue();
                    assertThat(element.getAsJsonObject().get("value").getAsString())
                            .isEqualTo("/undo 1");
                }
            }
        }
    }

    @Test
    void turnsAMenuWithALineTooLongForItIntoButtons() {
        var line = "/followup " + "x".repeat(68);
        var blocks = tree(Message.of(Line.of("a"), new Control.Menu("Later", List.of(new Control.Button("Go", line)))));

        assertThat(blocks.get(1).toString()).contains("\"button\"").contains(line);
    }

    @Test
    void replacesOnlyTheEntryThatWasPressedIn() {
        var before = shown(BlockKit.blocks(Message.EMPTY
                .heading("Morning")
                .entry(Line.of("Lee"), new Control.Button("Done", "/done 1"))
                .entry(Line.of("Priya"), new Control.Button("Done", "/done 2"))));
        var once = BlockKit.swap(before, "e1.0.2", Message.of(Line.of("✓ Lee"), new Control.Button("Undo", "/undo 9")))
                .orElseThrow();
        assertThat(texts(tree(once))).containsExactly("Morning", "✓ Lee", "Undo", "Priya", "Done");

        var twice =
                BlockKit.swap(shown(once), "e1.1.1", Message.of("Lee again")).orElseThrow();
        assertThat(texts(tree(twice))).containsExactly("Morning", "Lee again", "Priya", "Done");
        assertThat(shown(twice)).extracting(LayoutBlock::getBlockId).doesNotHaveDuplicates();
    }

    @Test
    void replacesNothingWhereTheNewEntryHasNoRoom() {
        var message = Message.of("Lee");
        for (var entry = 1; entry < 50; entry++) {
            message = message.entry(Line.of("Priya"));
        }
        var shown = shown(BlockKit.blocks(message));

        assertThat(BlockKit.swap(shown, "e0.0.0", Message.of("✓ Lee"))).isPresent();
        assertThat(BlockKit.swap(shown, "e0.0.0", Message.of(Line.of("✓ Lee"), new Control.Button("Undo", "/undo 9"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e1", "e1.x.1", "e9.0.1", "a.b.c.d", "e1.99999999999.1"})
    void replacesNothingForABlockItDoesNotKnow(String pressed) {
        var blocks = shown(BlockKit.blocks(Message.of("Lee")));
        assertThat(BlockKit.swap(blocks, pressed, Message.of("x"))).isEmpty();
    }

    @Test
    void saysSomethingEvenForAMessageWithoutWords() {
        assertThat(Fallback.of(Message.EMPTY)).isEqualTo("Done.");
        assertThat(BlockKit.blocks(Message.EMPTY.small(Line.EMPTY).entry(Line.of("  "))))
                .isEqualTo("[]");
    }

    private static JsonArray tree(Message message) {
        return tree(BlockKit.blocks(message));
    }

    private static JsonArray tree(String blocks) {
        return JsonParser.parseString(blocks).getAsJsonArray();
    }

    /** As Slack sends a message back. */
    private static List<LayoutBlock> shown(String blocks) {
        return List.of(GsonFactory.createSnakeCase().fromJson(blocks, LayoutBlock[].class));
    }

    private static List<String> texts(JsonElement tree) {
        if (tree.isJsonArray()) {
            return tree.getAsJsonArray().asList().stream()
                    .flatMap(child -> texts(child).stream())
                    .toList();
        }
        if (!tree.isJsonObject()) {
            return List.of();
        }
        return tree.getAsJsonObject().entrySet().stream()
                .flatMap(child ->
                        child.getKey().equals("text") && child.getValue().isJsonPrimitive()
                                ? List.of(child.getValue().getAsString()).stream()
                                : texts(child.getValue()).stream())
                .toList();
    }
}
