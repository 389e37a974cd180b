package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @Test
    void goesAllTheWayBeforeAnyMemberAndTellsDiscordNothing() {
        var heard = new AtomicInteger();
        List<Command> commands = List.of(new ScriptedCommand(CommandSpec.button("rehearsal"), invocation -> {
            heard.incrementAndGet();
            return new Reply.Done(Message.of("Heard."));
        }));
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(
                    discord.settings(), new Bot(commands, new InMemoryStore(), TIME), TIME, Alone.at(TIME));
            adapter.start();
            while (!adapter.ready()) {
                Thread.onSpinWait();
            }

            assertThat(heard).hasValue(Rehearsal.ANSWERS);
            adapter.stop(Duration.ofSeconds(5));
            assertThat(discord.complaints()).isEmpty();
            assertThat(discord.calls("POST /interactions/#/token-#/callback")).isEmpty();
        }
    }

    @Test
    void touchesNoMemory() {
        var store = new InMemoryStore();
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(discord.settings(), new Bot(List.of(), store, TIME), TIME, Alone.at(TIME));
            adapter.start();
            while (!adapter.ready()) {
                Thread.onSpinWait();
            }
            adapter.stop(Duration.ofSeconds(5));

            assertThat(store.snapshot()).isEmpty();
        }
    }
}
