package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F11: what Slack tells of the end of the bot's rights. */
@Timeout(30)
class RevokedTest {
    private static final String REMOVED = "{\"type\":\"app_uninstalled\"}";
    private static final String REVOKED =
            "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U0ANA\"],\"bot\":[\"U0BOT\"]}}";

    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final SlackAdapter adapter =
            new SlackAdapter(slack.settings(), new Bot(Parrot.commands(), new InMemoryStore(), time), time);

    @BeforeEach
    void connect() {
        adapter.start();
        slack.awaitSocket();
        while (!adapter.ready() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() {
        adapter.stop();
        slack.close();
    }

    static Stream<List<String>> orders() {
        return Stream.of(
                List.of(REMOVED),
                List.of(REVOKED),
                List.of(REMOVED, REVOKED),
                List.of(REVOKED, REMOVED),
                List.of(REVOKED, REVOKED, REMOVED, REMOVED),
                List.of(REMOVED, REVOKED, REMOVED, REVOKED));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void callsNoMoreInWhateverOrderItIsTold(List<String> events) {
        events.forEach(this::happens);

        assertThat(adapter.ready()).isFalse();
        assertThat(deliver()).isInstanceOf(Delivery.Later.class);
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U0ANA\"]}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U0ANA\"],\"bot\":[]}}",
                "{\"type\":\"tokens_revoked\",\"tokens\":{}}",
                "{\"type\":\"tokens_revoked\"}"
            })
    void staysWhenAMemberTakesBackTheirOwnGrant(String event) {
        happens(event);

        assertThat(adapter.ready()).isTrue();
        assertThat(deliver()).isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void hearsAboutItByItsManifest() {
        assertThat(SlackManifest.socket(List.of(), "").json()).contains("app_uninstalled", "tokens_revoked");
    }

    private void happens(String event) {
        slack.happens(JsonParser.parseString(event).getAsJsonObject());
    }

    private Delivery deliver() {
        return adapter.courier().deliver(new Account("slack", FakeSlack.TEAM, "U0ANA"), Message.of("Hello"), "key");
    }
}
