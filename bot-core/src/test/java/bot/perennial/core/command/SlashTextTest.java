package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.testing.TestBot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I4 and T14: what may stand behind a slash command gets a helpful answer, and no more is stored than fits. */
class SlashTextTest {
    private static final int MOST_PEOPLE = 25;
    private static final String WAVE = "\uD83D\uDC4B";

    private final TestBot bot = new TestBot("2026-03-02T09:00:00Z");

    static Stream<Arguments> everywhere() {
        var texts = List.of(
                "",
                "     ",
                "\t\n ",
                "x".repeat(8_000),
                "word ".repeat(1_600),
                "Ana, ".repeat(1_600),
                "\"Jo at Acme",
                "Jo\" at \"Acme",
                "“Jo at Acme",
                "“Jo at Acme” — likes “jazz”",
                "‘Jo’ – likes jazz",
                "Ana — likes jazz",
                "Ana -- likes jazz",
                "— likes jazz",
                "-- likes jazz",
                "—",
                "--");
        return new TestBot("2026-03-02T09:00:00Z")
                .bot().specs().stream().map(CommandSpec::path).flatMap(path -> texts.stream()
                        .map(text -> Arguments.of(path, text)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void isAnsweredHelpfully(String path, String text) {
        bot.say("/met Ana");
        helps(bot.reply("/" + path + " " + text));
        assertThat(people()).hasSizeLessThanOrEqualTo(1 + MOST_PEOPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "met, That's 500 people; I can log 25 in one go.",
        "followup, That's 500 people; I can plan for 25 in one go.",
        "circle match, That is 500 people; I divide up to 25."
    })
    void isRefusedWhenItMentionsFiveHundred(String path, String why) {
        assertThat(words(mentioning(path, 500))).startsWith(why);
        assertThat(people()).isEmpty();
        for (var spec : bot.bot().specs()) {
            helps(mentioning(spec.path(), 500));
        }
        assertThat(people()).hasSizeLessThanOrEqualTo(MOST_PEOPLE);
    }

    @Test
    void mayNameTwentyFive() {
        assertThat(mentioning("met", MOST_PEOPLE + 1)).isInstanceOf(Reply.Refused.class);
        assertThat(mentioning("met", MOST_PEOPLE)).isInstanceOf(Reply.Done.class);
        assertThat(people()).hasSize(MOST_PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"met", "followup"})
    void maySayOneself(String name) {
        var self = new Token.Mention(new Who.Mentioned(TestBot.SAM, "Sam"));
        assertThat(words(bot.bot().typed(bot.gesture(), name, List.of(self, new Token.Text(" 2w")))))
                .startsWith("That's you!");
        assertThat(bot.say("/" + name + " me" + (name.equals("met") ? "" : " 2w")))
                .startsWith("That's you!");
        assertThat(people()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/met “Jo at Acme” — likes “jazz”",
                "/met \"Jo at Acme\" -- likes “jazz”",
                "/met „Jo at Acme“ – likes “jazz”",
                "/met «Jo at Acme» - likes “jazz”"
            })
    void mayHaveTheQuotesAndDashesOfAPhone(String line) {
        bot.say(line);
        assertThat(people()).extracting(Person::name).containsExactly("Jo at Acme");
        assertThat(notes())
                .allSatisfy(note -> assertThat(note).contains("likes").contains("jazz"));
    }

    @Test
    void keepsANoteOfTwoThousandCodePoints() {
        var note = WAVE.repeat(2_000);
        assertThat(bot.reply("/met Ana - " + note)).isInstanceOf(Reply.Done.class);
        assertThat(notes()).containsExactly(note);
    }

    @Test
    void refusesANoteOfOneCodePointMore() {
        assertThat(words(bot.reply("/met Ana - " + WAVE.repeat(2_001))))
                .startsWith("The note has 2001 characters, and I keep up to 2000.");
        assertThat(people()).isEmpty();
    }

    private Reply mentioning(String path, int count) {
        var words = path.split(" ", 2);
        var tokens = new ArrayList<Token>();
        tokens.add(new Token.Text(words.length < 2 ? "" : words[1] + " "));
        for (var each = 0; each < count; each++) {
            var account = new Account("test", "home", "u" + each);
            tokens.add(new Token.Mention(new Who.Mentioned(account, "Person " + each)));
            tokens.add(new Token.Text(" "));
        }
        return bot.bot().typed(bot.gesture(), words[0], tokens);
    }

    private static void helps(Reply reply) {
        assertThat(words(reply)).isNotBlank().doesNotContain("Something broke");
        if (reply instanceof Reply.Refused refused
                && refused.message().buttons().isEmpty()) {
            assertThat(words(reply)).as("what to do instead").containsPattern("/\\w|please|Please|Try|I need|I don't");
        }
    }

    private List<Person> people() {
        return bot.store().look(TestBot.SAM, notebook -> notebook.people().all());
    }

    private List<String> notes() {
        return bot.store().look(TestBot.SAM, notebook -> notebook.meetings().all()).stream()
                .map(meeting -> meeting.note().orElse(""))
                .toList();
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> message.text();
            case Reply.Refused(Message message, String option) -> message.text();
            case Reply.Ask(var form) -> form.title();
        };
    }
}
