package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.testing.HostileMarkup;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** T7, T8 and R7 on Slack: what somebody typed is words, wherever it is shown. */
class HostileMarkupTest {
    private static final List<String> TYPED = HostileMarkup.ALL;
    private static final Pattern MARKUP = Pattern.compile("[<>]|&(?!amp;|lt;|gt;)");
    private static final int ROOM = 10_000;

    @Test
    void isOfEveryKind() {
        assertThat(TYPED).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @FieldSource("TYPED")
    void isWordsInEveryBlock(String typed) {
        var line = Line.of("Noted: ")
                .plain(typed)
                .strong(typed)
                .soft(typed)
                .quote(typed)
                .code(typed);
        var message = Message.EMPTY
                .heading(typed)
                .entry(
                        line,
                        new Control.Button(typed, "/undo"),
                        new Control.Menu(typed, List.of(new Control.Button(typed, "/undo 1"))),
                        new Control.Picks(typed, "/keep", List.of(new Choice("1", typed)), 1))
                .small(line);
        var json = JsonParser.parseString(BlockKit.blocks(message));
        var texts = new ArrayList<String>();
        collect(json, texts);

        assertThat(json.toString()).doesNotContain("mrkdwn", "\"type\":\"link\"", "\"type\":\"user");
        assertThat(String.join("", texts).codePoints()).noneMatch(HostileMarkup::harmful);
        assertThat(HostileMarkup.legible(String.join("", texts)))
                .contains(HostileMarkup.legible(line.text()))
                .endsWith(HostileMarkup.legible(line.text()));
    }

    @ParameterizedTest
    @FieldSource("TYPED")
    void isWordsInEveryForm(String typed) {
        var form = new Form(
                "Note",
                "/met",
                "Save",
                List.of(
                        Field.prose("note", typed, typed).hint(typed),
                        Field.oneOf("how", typed, List.of(new Choice("1", typed)), "1")));
        var json = GsonFactory.createSnakeCase().toJsonTree(SlackForms.view(form, "", false));
        var texts = new ArrayList<String>();
        collect(json, texts);

        assertThat(json.toString()).doesNotContain("mrkdwn");
        assertThat(String.join("", texts).codePoints()).noneMatch(HostileMarkup::harmful);
        assertThat(texts).noneMatch(String::isEmpty);
    }

    /** The one place where Slack reads markup whether asked to or not. */
    @ParameterizedTest
    @FieldSource("TYPED")
    void isEscapedInTheFallback(String typed) {
        var escaped = SafeText.escaped(typed, ROOM);
        assertThat(MARKUP.matcher(escaped).find()).as(escaped).isFalse();
        assertThat(displayed(escaped)).isEqualTo(SafeText.clean(typed));
        assertThat(displayed(Fallback.of(Message.of(typed)))).isNotBlank();
        for (var longest = 1; longest < escaped.length(); longest++) { // cut anywhere, never within an entity
            var cut = SafeText.escaped(typed, longest);
            assertThat(cut).hasSizeLessThanOrEqualTo(longest);
            assertThat(MARKUP.matcher(cut).find()).as(cut).isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("TYPED")
    void isReadAsItWasSeen(String typed) {
        var sent = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"); // as Slack sends it
        var read = new SlackText((account, fallback) -> fallback).tokens("T1", sent);
        assertThat(HostileMarkup.legible(read.stream().map(Object::toString).reduce("", String::concat)))
                .contains(HostileMarkup.legible(typed));
    }

    private static String displayed(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Every text there is, in reading order. */
    private static void collect(JsonElement json, List<String> texts) {
        switch (json) {
            case JsonArray array -> array.forEach(element -> collect(element, texts));
            case JsonObject object ->
                object.asMap().forEach((name, value) -> {
                    if (value.isJsonPrimitive() && (name.equals("text") || name.equals("initial_value"))) {
                        texts.add(value.getAsString());
                    } else {
                        collect(value, texts);
                    }
                });
            default -> {}
        }
    }
}
