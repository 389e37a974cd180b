package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F15 and F18: what a gateway does to a connection that is open. */
@Timeout(25)
class GatewayLostTest {
    private static final Duration A_BEAT = Duration.ofSeconds(2);
    private static final InstantSource TIME = InstantSource.system();

    @TempDir
    private static Path folder;

    private final Path starts = folder.resolve("starts-" + System.nanoTime());
    private final FakeDiscord discord = new FakeDiscord();
    private final InMemoryStore store = new InMemoryStore();
    private final DiscordAdapter adapter = new DiscordAdapter(
            discord.settings().startsIn(starts),
            new Bot(Commands.all(), store, TIME),
            TIME,
            Alone.at(TIME),
            Duration.ofMillis(1500),
            A_BEAT.plusSeconds(1));

    @BeforeEach
    void connect() {
        discord.gateway().heartbeat((int) A_BEAT.toMillis());
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

    @Test
    void isMadeAnewWhenTheLineIsDeadThoughNobodySaidSo() {
        discord.gateway().awaitHeartbeats(2);
        discord.gateway().silent();
        var begun = System.nanoTime();
        until(() -> discord.sessions().contains("resume"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(A_BEAT.multipliedBy(2).plusSeconds(1));
        until(adapter::ready);
        answers();
        assertThat(identified()).isEqualTo(1);
    }

    @Test
    void isResumedWhenDiscordAsksForThat() {
        discord.gateway().reconnect();
        until(() -> discord.sessions().contains("resume"));
        answers();
        assertThat(identified()).isEqualTo(1);
    }

    @Test
    void isResumedWhenTheSessionIsOverButCanBe() {
        discord.gateway().invalidate(true);
        until(() -> discord.sessions().contains("resume"));
        answers();
        assertThat(identified()).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenTheSessionIsOver() {
        discord.gateway().invalidate(false);
        until(() -> identified() == 2);
        until(adapter::ready);
        answers();
        assertThat(discord.sessions()).doesNotContain("resume");
    }

    @Test
    void countsEachOfFiftyInteractionsOnceThatAResumeRepeats() throws Exception {
        var members = IntStream.range(100, 150)
                .mapToObj(id -> discord.as(Integer.toString(id), "Ana"))
                .toList();
        for (var member : members) {
            member.types("met", Map.of("who", "Ben"));
            assertThat(discord.next().text()).contains("Ben");
        }
        discord.answered().clear();
        var before = store.snapshot();
        discord.gateway().forgetWhatWasSeen();
        discord.gateway().cut();
        for (var again = 0; again < members.size(); again++) {
            assertThat(discord.answered().poll(10, TimeUnit.SECONDS)).isZero();
        }
        assertThat(store.snapshot()).isEqualTo(before);
        assertThat(discord.complaints()).hasSize(members.size());
        discord.complaints().clear();
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
