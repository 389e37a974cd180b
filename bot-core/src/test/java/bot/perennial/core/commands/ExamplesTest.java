package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Token;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Pattern MENTION = Pattern.compile("@(\\w+)");

    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @BeforeEach
    void noteSomePeople() {
        bot.store().countFrom(Long.MAX_VALUE - 1_000_000);
        bot.say("/met Dana Ortiz at Blue Bottle when:2025-03-12 - moving to fintech in May, wants visa advice");
        bot.say("/met Ruth - vouch for: small-company tax");
        bot.say("/followup dana 2025-08-07 - send the visa article");
        bot.say("/followup ruth every month");
        bot.say("/nudge settings on:on");
        bot.pass(Duration.ofMinutes(5));
    }

    static Stream<String> examples() {
        return new TestBot("2025-08-05T09:00:00Z")
                .bot().specs().stream().map(CommandSpec::examples).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areUnderstood(String line) {
        assertThat(typed(line)).as(line).isNotInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leaveButtonsWithRoomForALongId(String line) {
        if (typed(line) instanceof Reply.Done(Message message, Reply.Place place)) {
            assertThat(message.text()).doesNotContain("Something broke");
            assertThat(message.buttons())
                    .allSatisfy(button -> assertThat(button.line()).hasSizeLessThanOrEqualTo(Control.LONGEST_LINE));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leaveButtonsThatWork(String line) {
        if (typed(line) instanceof Reply.Done(Message message, Reply.Place place)) {
            for (var button : message.buttons()) {
                var fresh = new ExamplesTest();
                fresh.noteSomePeople();
                fresh.typed(line);
                assertThat(fresh.bot.bot().pressed(fresh.bot.gesture(), button.line()))
                        .as(line + " and then " + button.label() + ", which types " + button.line())
                        .isNotInstanceOf(Reply.Refused.class);
            }
        }
    }

    /** As a platform hands it over, where mentions are no text. */
    private Reply typed(String line) {
        var words = line.substring(1).split(" ", 2);
        var text = words.length < 2 ? "" : words[1];
        var tokens = new ArrayList<Token>();
        var mentions = MENTION.matcher(text);
        var at = 0;
        while (mentions.find()) {
            tokens.add(new Token.Text(text.substring(at, mentions.start())));
            tokens.add(new Token.Mention(
                    new Who.Mentioned(new Account("test", "home", mentions.group(1)), mentions.group(1))));
            at = mentions.end();
        }
        tokens.add(new Token.Text(text.substring(at)));
        return bot.bot().typed(bot.gesture(), words[0], tokens);
    }
}
