package bot.perennial.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Postman;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F28: the machine's clock is set, or is another than its neighbour's. */
class ClockTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestBot bot = new TestBot("2026-03-02T09:00:00Z");

    @BeforeEach
    void turnOn() {
        bot.say("/followup Dana tomorrow - send it");
        bot.say("/nudge settings on:on days:every day");
        bot.pass(MINUTE);
        bot.time().moveTo(Instant.parse("2026-03-03T08:00:00Z"));
        bot.forgetReceived();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-24H", "PT30S", "PT-30S"})
    void nudgesOnceForADateHoweverTheClockIsSet(Duration step) {
        untilTheHourHasPassed();
        assertThat(bot.received()).hasSize(1);
        bot.pass(step);
        untilTheHourHasPassed();
        bot.pass(step.negated());
        untilTheHourHasPassed();
        var dates = bot.received().size();
        assertThat(dates).isLessThanOrEqualTo(step.compareTo(DAY) == 0 ? 2 : 1);

        bot.time().moveTo(Instant.parse("2026-03-05T08:30:00Z"));
        bot.pass(MINUTE);
        assertThat(bot.received()).hasSize(dates + 1);
    }

    /** Choosing sets the next moment by the clock that is wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"PT-30M", "PT-1H", "PT-24H"})
    void nudgesOnceForADateThoughTheHourIsChosenAnewMeanwhile(Duration step) {
        untilTheHourHasPassed();
        assertThat(bot.received()).hasSize(1);
        bot.pass(step);
        assertThat(bot.say("/nudge settings hour:9:15")).contains("at 9:15");
        bot.pass(DAY.dividedBy(24));
        untilTheHourHasPassed();
        assertThat(bot.received()).hasSize(1);
        bot.time().moveTo(Instant.parse("2026-03-05T09:15:00Z"));
        bot.pass(MINUTE);
        assertThat(bot.received()).hasSize(2);
    }

    @Test
    void nudgesOnceThoughTwoMachinesAreThirtySecondsApart() {
        List<InstantSource> clocks =
                List.of(() -> bot.time().instant(), () -> bot.time().instant().plusSeconds(30));
        var rounds =
                clocks.stream().map(clock -> new NudgeRound(bot.store(), clock)).toList();
        var postmen = clocks.stream()
                .map(clock -> new Postman(bot.store(), List.of(bot), NudgeWords::compose, clock))
                .toList();
        for (var seconds = 0; seconds < 3 * DAY.toSeconds(); seconds += 15) {
            bot.time().pass(Duration.ofSeconds(15));
            rounds.forEach(NudgeRound::run);
            postmen.forEach(Postman::deliverDue);
        }
        assertThat(bot.received()).hasSize(3);
    }

    private void untilTheHourHasPassed() {
        for (var minutes = 0; minutes < 90; minutes++) {
            bot.pass(MINUTE);
        }
    }
}
