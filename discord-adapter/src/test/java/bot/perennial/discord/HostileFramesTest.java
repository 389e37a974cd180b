package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.HostileFrames;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** I11 on Discord: what comes through the gateway and is nothing. */
@Timeout(60)
class HostileFramesTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final int FRAMES = Integer.getInteger("perennial.frames", 2_000);
    private static final List<String> NAMES = List.of(
            "op",
            "t",
            "d",
            "id",
            "type",
            "data",
            "user",
            "member",
            "guild_id",
            "channel",
            "token",
            "options",
            "custom_id",
            "message",
            "components");
    private static final List<String> VALUES = List.of(
            "0",
            "11",
            "99",
            "\"INTERACTION_CREATE\"",
            "\"GUILD_CREATE\"",
            "\"MESSAGE_CREATE\"",
            "\"CHANNEL_DELETE\"",
            "\"NONSENSE\"",
            "2",
            "3",
            "5",
            "\"21\"",
            "\"/undo 1\"",
            "{\"id\":\"21\",\"username\":\"ana\"}",
            "true",
            "[]",
            "{}");

    @Test
    void leaveTheBotAlive() {
        System.out.println("perennial.seed=" + SEED);
        var frames = new HostileFrames(SEED, NAMES, VALUES);
        var time = new MovableTime("2026-03-02T09:00:00Z");
        var store = new InMemoryStore();
        try (var discord = new FakeDiscord()) {
            var adapter =
                    new DiscordAdapter(discord.settings(), new Bot(Commands.all(), store, time), time, Alone.at(time));
            adapter.start();
            while (!adapter.ready() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            var lee = discord.as("22", "Lee");
            lee.types("met", Map.of("who", "Ben", "note", "before"));
            assertThat(discord.next().text()).contains("Ben");
            var before = store.snapshot();
            assertThat(adapter.unknown()).isZero();
            HostileFrames.always().forEach(discord.gateway()::say);
            for (var frame = 0; frame < FRAMES; frame++) {
                discord.gateway().say(frames.next());
            }
            lee.types("people card", Map.of("who", "Ben"));

            assertThat(discord.next().text()).contains("Ben", "before");
            assertThat(before).isNotEmpty();
            assertThat(store.snapshot())
                    .as("seed %d", SEED)
                    .contains(before.lines().toList());
            assertThat(adapter.unknown()).as("counted, seed %d", SEED).isPositive();
            adapter.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void areCounted() {
        try (var discord = new FakeDiscord()) {
            var time = new MovableTime("2026-03-02T09:00:00Z");
            var adapter = new DiscordAdapter(
                    discord.settings(), new Bot(Commands.all(), new InMemoryStore(), time), time, Alone.at(time));
            adapter.start();
            while (!adapter.ready() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            var count = 0;
            for (var frame : List.of(
                    "{\"op\":0,\"s\":900,\"t\":\"NONSENSE\",\"d\":{}}",
                    "{\"op\":0,\"s\":901,\"t\":\"INTERACTION_CREATE\",\"d\":{\"type\":2,\"id\":\"x\"}}",
                    "{\"op\":0,\"s\":902,\"t\":\"INTERACTION_CREATE\",\"d\":{}}",
                    "{\"op\":\"x\"}")) {
                discord.gateway().say(frame);
                count++;
                while (adapter.unknown() < count && !Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                assertThat(adapter.unknown()).as(frame).isEqualTo(count);
            }
            adapter.stop(Duration.ofSeconds(5));
        }
    }
}
