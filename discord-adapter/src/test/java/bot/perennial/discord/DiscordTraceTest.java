package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Whether a message arrived, as seen when its nonce has long been forgotten. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordTraceTest {
    private static final String LOOK = "GET /channels/#/messages";
    private static final Message NUDGE =
            Message.of(Line.of("Good morning"), new Control.Button("Done", "/followup ~1 done"));

    private final FakeDiscord discord = new FakeDiscord();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), new Bot(List.of(), new InMemoryStore(), time), time, Alone.at(time));
    private Account member = new Account("discord", FakeDiscord.GUILD, "6000");
    private Instant since = time.instant();

    @BeforeAll
    void connect() {
        discord.directs().time(time);
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @BeforeEach
    void begin() {
        member = new Account("discord", FakeDiscord.GUILD, Integer.toString(Integer.parseInt(member.user()) + 1));
        time.pass(Duration.ofDays(1));
        since = time.instant();
    }

    @Test
    void isFoundByItsKey() {
        var sent = deliver(NUDGE, "key-1");
        deliver(NUDGE, "key-2");
        time.pass(Duration.ofMinutes(10));

        assertThat(trace("key-1")).isEqualTo(new Trace.Found(((Delivery.Sent) sent).reference()));
    }

    @Test
    void isMissingWhereNothingWasWritten() {
        assertThat(trace("key-1")).isEqualTo(new Trace.Missing());
    }

    @Test
    void isMissingAmongOthersWithTheirKeys() {
        deliver(Message.of("yesterday, with nothing to press"), "key-0");
        time.pass(Duration.ofDays(1));
        since = time.instant();
        deliver(NUDGE, "key-2");

        assertThat(trace("key-1")).isEqualTo(new Trace.Missing());
    }

    @Test
    void isInDoubtWhereAMessageMayBeItThoughItCarriesNoKey() {
        deliver(Message.of("Good morning"), "key-1");

        assertThat(trace("key-1")).isEqualTo(new Trace.Hidden());
    }

    @Test
    void isInDoubtWhereMoreWasWrittenSinceThanIsShown() {
        for (var number = 0; number < 100; number++) {
            deliver(NUDGE, "other-" + number);
        }
        assertThat(trace("key-1")).isEqualTo(new Trace.Hidden());
    }

    @Test
    void isLookedForAgainWhenDiscordDoesNotSay() {
        discord.troubleAhead(LOOK, Trouble.code(403, 50001));
        assertThat(trace("key-1")).isEqualTo(new Trace.Later(Duration.ofHours(1)));
        assertThat(trace("key-1")).isEqualTo(new Trace.Missing());
    }

    private Delivery deliver(Message message, String key) {
        var delivery = adapter.courier().deliver(member, message, key);
        assertThat(delivery).isInstanceOf(Delivery.Sent.class);
        return delivery;
    }

    private Trace trace(String key) {
        return adapter.courier().trace(member, key, since);
    }
}
