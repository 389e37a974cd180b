package bot.perennial.slack;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Line;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Shown;
import bot.perennial.slack.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackCourierTest {
    private static final Account ANA = new Account("slack", FakeSlack.TEAM, "U0ANA");
    private static final Message MORNING = Message.of("Good morning <!channel>");

    private final FakeSlack slack = new FakeSlack();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final SlackWeb web = new SlackWeb(slack.settings());
    private final Access access = new Access(() -> now);
    private final SlackCourier courier = new SlackCourier(web, access, this::nanos);

    @AfterEach
    void close() {
        web.close();
        slack.close();
    }

    @Test
    void bringsAMessageToTheMemberWithOneCall() {
        assertThat(deliver()).isInstanceOf(Delivery.Sent.class);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
        assertThat(slack.calls("conversations.open")).isEmpty();
        assertThat(slack.next())
                .extracting(Shown::surface, Shown::where, Shown::text)
                .containsExactly(Shown.Surface.DIRECT, "DU0ANA", "Good morning &lt;!channel&gt;");
    }

    @Test
    void sharesOneLineForEachWorkspace() {
        assertThat(courier.way(ANA))
                .contains(new Way(new Line("slack/" + FakeSlack.TEAM, ofMillis(50), ofMillis(25)), 1));
        assertThat(courier.way(new Account("slack", FakeSlack.TEAM, "U0BEN"))).isEqualTo(courier.way(ANA));
        assertThat(courier.way(new Account("slack", "T0OTHER", "U0ANA"))).isNotEqualTo(courier.way(ANA));
    }

    @Test
    void keepsToOneMessageASecond() {
        deliver();
        assertThat(deliver()).isEqualTo(new Delivery.Later(Duration.ofMillis(1100), "one message a second"));
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "30,30", "3600,3600", "0,1", "abc,30", "-5,30", "1.5,30", "99999999999,30", "999999999,21600"})
    void waitsAsLongAsSlackSays(String retryAfter, long seconds) {
        slack.troubleAhead("chat.postMessage", Trouble.rateLimited(retryAfter));
        assertThat(deliver()).isEqualTo(new Delivery.Limited(Duration.ofSeconds(seconds)));
    }

    @Test
    void waitsHalfAMinuteWhereSlackDoesNotSay() {
        slack.troubleAhead("chat.postMessage", Trouble.rateLimited(null));
        assertThat(deliver()).isEqualTo(new Delivery.Limited(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "user_not_found",
                "user_disabled",
                "messages_tab_disabled",
                "cannot_dm_bot",
                "is_archived"
            })
    void givesUpOnWhoCannotBeReached(String error) {
        slack.troubleAhead("chat.postMessage", Trouble.error(error));
        assertThat(deliver()).isEqualTo(new Delivery.Hopeless(error));
    }

    @Test
    void neverRepeatsWhatMayHaveArrived() {
        slack.troubleAhead("chat.postMessage", Trouble.answerLost());
        assertThat(deliver()).isInstanceOf(Delivery.Unclear.class);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500,''", "502,<html>bad</html>", "503,''", "529,x", "200,<html>fine?</html>", "200,{\"ok\":tr"})
    void saysThatItDoesNotKnow(int status, String body) {
        slack.troubleAhead("chat.postMessage", Trouble.status(status, body));
        assertThat(deliver()).isInstanceOf(Delivery.Unclear.class);
    }

    @Test
    void triesLaterWhatSlackRefusesForAnUnknownReason() {
        slack.troubleAhead("chat.postMessage", Trouble.error("invalid_moon_phase"));
        assertThat(deliver()).isEqualTo(new Delivery.Later(Duration.ofHours(1), "invalid_moon_phase"));
        assertThat(access.granted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "account_inactive", "missing_scope"})
    void stopsCallingOnceTheTokenIsRefused(String error) {
        slack.troubleAhead("chat.postMessage", Trouble.error(error));

        assertThat(deliver()).isEqualTo(new Delivery.Later(Duration.ofHours(1), error));
        assertThat(access.granted()).isFalse();
        now = now.plus(Duration.ofHours(1));
        assertThat(deliver()).isInstanceOf(Delivery.Later.class);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);

        now = now.plus(Duration.ofDays(1));
        assertThat(deliver()).isInstanceOf(Delivery.Sent.class);
        assertThat(access.granted()).isTrue();
    }

    @Test
    void triesLaterWhenNobodyListens() {
        var nowhere = new SlackWeb(new SlackSettings(
                new SlackSettings.Secret("xoxb"),
                Optional.of(new SlackSettings.Secret("xapp")),
                Optional.empty(),
                "http://127.0.0.1:1/api/",
                Set.of()));
        var delivery = new SlackCourier(nowhere, access, this::nanos).deliver(ANA, MORNING, "key");
        nowhere.close();

        assertThat(delivery).isInstanceOf(Delivery.Later.class);
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    private Delivery deliver() {
        return courier.deliver(ANA, MORNING, "key");
    }
}
