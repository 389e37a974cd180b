package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Account;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseTest {
    private final FakeSlack slack = new FakeSlack();
    private final SlackWeb web = new SlackWeb(slack.settings());
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final Access access = new Access(time);
    private final Pulse pulse = new Pulse(web.methods(), access);

    @AfterEach
    void close() {
        web.close();
        slack.close();
    }

    @Test
    void isNotFeltBeforeSlackWasAsked() {
        assertThat(pulse.felt()).isFalse();
        assertThat(pulse.beat()).contains(new Account("slack", FakeSlack.TEAM, "U0BOT"));
        assertThat(pulse.felt()).isTrue();
        assertThat(pulse.pause()).isEqualTo(Pulse.USUAL);
    }

    @Test
    void stopsAndComesBackWithSlack() {
        pulse.beat();
        slack.troubleAhead("auth.test", Trouble.status(503, "<html>"));
        slack.troubleAhead("auth.test", Trouble.error("internal_error"));

        assertThat(pulse.beat()).isEmpty();
        assertThat(pulse.felt()).isFalse();
        assertThat(pulse.pause()).isEqualTo(Pulse.FIRST);
        pulse.beat();
        assertThat(pulse.pause()).isEqualTo(Pulse.FIRST.multipliedBy(2));

        pulse.beat();
        assertThat(pulse.felt()).isTrue();
    }

    @Test
    void asksLessOftenTheLongerSlackIsAway() {
        for (var failure = 0; failure < 9; failure++) {
            slack.troubleAhead("auth.test", Trouble.status(500, ""));
            pulse.beat();
            assertThat(pulse.pause()).isBetween(Pulse.FIRST, Duration.ofSeconds(30));
        }
        assertThat(pulse.pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_inactive", "invalid_auth", "token_revoked"})
    void asksOnceADayWithATokenThatWasRefused(String error) {
        slack.troubleAhead("auth.test", Trouble.error(error));
        pulse.beat();
        pulse.beat();
        assertThat(access.granted()).isFalse();
        assertThat(pulse.felt()).isFalse();
        assertThat(slack.calls("auth.test")).hasSize(1);

        time.pass(Duration.ofDays(1));
        pulse.beat();
        assertThat(access.granted()).isTrue();
        assertThat(slack.calls("auth.test")).hasSize(2);
    }

    @Test
    void provesNothingWhereSlackKnowsTheTokenButLetsItDoNothing() {
        access.refusedBy("missing_scope");
        time.pass(Duration.ofDays(2));
        pulse.beat();
        assertThat(access.granted()).isFalse();
        assertThat(slack.calls("auth.test")).isEmpty();
    }
}
