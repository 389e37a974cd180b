package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.testing.TestBot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be stored is given back as it was typed, and a refusal says what it is about. */
class GivenBackTest {
    private static final String NOT_SAVED =
            "Not saved: I can't reach my memory just now. Please send it again in a minute.";
    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/met \"Jo at Acme\", Lee Ko at PyCon - said \"yes\" twice when:yesterday",
                "/met Ana",
                "/people find fintech \"visa\"",
                "/followup  dana   fri - two  spaces",
            })
    void isWhatWasTyped(String line) {
        bot.store().goDown();
        assertThat(say(line)).isEqualTo(NOT_SAVED + "\nYou wrote:\n" + line.replaceFirst("^(/\\w+) +", "$1 "));
    }

    @Test
    void isWholeHoweverLong() {
        var note = "word ".repeat(390).strip();
        bot.store().goDown();
        assertThat(say("/met Ana - " + note).replace("\n", "")).endsWith("You wrote:/met Ana - " + note);
    }

    @Test
    void namesWhoWasMentioned() {
        bot.store().goDown();
        var who = new Token.Mention(new Who.Mentioned(TestBot.SAM, "Sam Hill"));
        var reply = bot.bot().typed(bot.gesture(), "met", List.of(who, new Token.Text(" at PyCon")));
        assertThat(words(reply)).endsWith("You wrote:\n/met Sam Hill at PyCon");
    }

    @Test
    void isEveryOptionThatWasFilled() {
        bot.store().goDown();
        var reply = bot.bot()
                .filled(
                        bot.gesture(),
                        "met",
                        Map.of("who", List.of(new Token.Text("Ana")), "note", List.of(new Token.Text("said \"yes\""))));
        assertThat(words(reply)).isEqualTo(NOT_SAVED + "\nYou wrote:\n/met who:Ana note:said \"yes\"");
    }

    @Test
    void isNothingForWhatWasPressed() {
        bot.say("/met Ana");
        bot.store().goDown();
        assertThat(bot.press("Undo")).isEqualTo(NOT_SAVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /met Ana when:blue                | when
                    /met Ana when:2026-01-01          | when
                    /met Ana how:pigeon               | how
                    /followup Ana 2025-01-01          | when
                    /followup Ana when:blue           | when
                    /nudge settings hour:25           | hour
                    /nudge settings days:someday      | days
                    /nudge settings zone:Atlantis     | zone
                    /nudge pause until yesterday      | until
                    /zone Atlantis                    | zone
                    /met at PyCon                     | who
                    /people Nobody                    | ``
                    """, quoteCharacter = '`')
    void saysWhichOptionItIsAbout(String line, String option) {
        assertThat(bot.reply(line)).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.option())
                .isEqualTo(option));
    }

    private String say(String line) {
        var words = line.substring(1).split(" ", 2);
        return words(bot.bot().typed(bot.gesture(), words[0], List.of(new Token.Text(words[1]))));
    }

    private static String words(Reply reply) {
        return ((Reply.Refused) reply).message().text();
    }
}
