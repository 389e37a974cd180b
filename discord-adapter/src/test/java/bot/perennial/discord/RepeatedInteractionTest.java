package bot.perennial.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.FakeMember;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedInteractionTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    private final FakeDiscord discord = new FakeDiscord();
    private final InMemoryStore store = new InMemoryStore();
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), new Bot(Commands.all(), store, TIME), TIME, Alone.at(TIME));

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).containsOnly("an interaction that is unknown or was answered before");
    }

    @Test
    void countsOnce() throws InterruptedException {
        var ana = discord.as("21", "Ana").types("met", Map.of("who", "Ben", "note", "jazz"));
        var shown = discord.next();
        leavesAllAsItIs(ana, 4);

        leavesAllAsItIs(ana.presses("Undo", shown), 7);
    }

    private void leavesAllAsItIs(FakeMember member, int answer) throws InterruptedException {
        assertThat(discord.answered().poll(10, SECONDS)).isEqualTo(answer);
        var before = store.snapshot();
        member.again();
        assertThat(discord.answered().poll(10, SECONDS)).isEqualTo(0);
        assertThat(store.snapshot()).isEqualTo(before);
    }
}
