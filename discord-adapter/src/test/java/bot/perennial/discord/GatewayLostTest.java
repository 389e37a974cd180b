package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F15 and F18: what a gateway does to a connection that is open. */
@Timeout(25)
class GatewayLostTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir
    private static Path folder;

    private final Path starts = folder.resolve("starts-" + System.nanoTime());
    private final FakeDiscord discord = new FakeDiscord();
    private final DiscordAdapter adapter = new DiscordAdapter(
            discord.settings().startsIn(starts), new Bot(Commands.all(), new InMemoryStore(), TIME), TIME);

    @BeforeEach
    void connect() {
        adapter.start();
        until(adapter::ready);
    }

    @AfterEach
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @Test
    void isMadeAnewWhenJdaGivesItUpThoughNobodyAsked() throws IOException {
        discord.gateway().away(true);
        discord.gateway().cut();
        until(() -> {
            interruptJda();
            return discord.calls("GET /users/@me").size() == 2; // JDA asks who it is once in its life
        });
        discord.gateway().away(false);

        until(adapter::ready);
        answers();
        assertThat(identified()).isEqualTo(2);
        assertThat(Files.readAllLines(starts)).hasSize(2);
    }

    private void answers() {
        discord.as("21", "Ana").types("met", Map.of("who", "Ben"));
        assertThat(discord.next().text()).contains("Ben");
    }

    private long identified() {
        return discord.sessions().stream()
                .filter(session -> session.startsWith("identify"))
                .count();
    }

    /** As JDA does to itself at times. */
    private static void interruptJda() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("MainWS"))
                .forEach(Thread::interrupt);
    }

    private static void until(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the time is up")
                    .isFalse();
            Thread.onSpinWait();
        }
    }
}
