package bot.perennial.core.nudge;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.TestBot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the mornings go on after a pause. */
class PauseTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void spreadsWhatCameDueDuringAPauseOverTwoWeeks() {
        turnOn();
        bot.say("/nudge settings cap:5");
        for (var name :
                List.of("Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kim", "Lu", "Mia")) {
            bot.say("/met " + name);
            bot.say("/followup " + name + " every 2w");
        }
        bot.say("/nudge pause 8w");
        for (var day = 0; day < 55; day++) {
            bot.pass(ofDays(1));
        }
        assertThat(bot.received()).isEmpty();

        bot.pass(ofHours(26));
        assertThat(bot.received())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Welcome back. 13 hellos came due while you were away. I've spread them over two weeks."
                        + " Today, just ");
        var people = new ArrayList<Integer>();
        for (var day = 0; day < 14; day++) {
            if (bot.received().size() > people.size()) {
                var shown = bot.open().buttons().stream()
                        .filter(button -> button.label().equals("Reached out"))
                        .toList();
                people.add(shown.size());
                bot.pass(ofMinutes(1));
                shown.forEach(button -> bot.say(button.line()));
            }
            bot.pass(ofDays(1));
        }
        assertThat(people).startsWith(1, 2).allMatch(number -> number <= 2);
        assertThat(people.stream().mapToInt(number -> number).sum()).isGreaterThanOrEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1  | 25 | Good morning, Sam. One person today.
                    50 | 24 | Welcome back. Today, just Ana.
                    """)
    void welcomesBackFromAPauseThatPassedOverSomebody(int paused, int resumed, String words) {
        turnOn();
        bot.say("/nudge settings days:daily");
        bot.say("/met Ana when:\"3 weeks ago\"");
        bot.say("/followup Ana every 2w");
        bot.say("/nudge pause 3w");
        bot.pass(ofHours(paused));
        bot.say("/nudge resume");
        bot.pass(ofHours(resumed));

        assertThat(bot.received()).hasSize(1).first().asString().startsWith(words);
    }

    @Test
    void greetsAsUsualAfterAPauseThatPassedOverNobody() {
        turnOn();
        bot.pass(ofHours(2));
        bot.say("/followup Ana every 2w");
        bot.say("/nudge pause 1w");
        for (var day = 0; day < 16; day++) {
            bot.pass(ofDays(1));
        }

        assertThat(bot.received()).isNotEmpty().first().asString().startsWith("Good morning, Sam. One person today.");
    }

    private void turnOn() {
        bot.say("/nudge settings on:on");
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
        bot.forgetReceived();
    }
}
