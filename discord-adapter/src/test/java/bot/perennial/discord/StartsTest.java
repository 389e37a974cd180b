package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartsTest {
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void letsAFewStartsPassAtOnce() {
        assertThat(fits()).isTrue();
        assertThat(fits()).isTrue();
        assertThat(fits()).isTrue();
        assertThat(starts().pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsOneThatCrashesTwoHundredTimesAnHourFromIntroducingItselfEachTime() {
        assertThat(introductions(200, Duration.ofSeconds(18))).isBetween(5, 20);
    }

    @Test
    void keepsOneThatCrashesAllDayToFiftyADay() {
        assertThat(introductions(24 * 60, Duration.ofMinutes(1))).isBetween(20, 50);
    }

    @Test
    void forgetsAfterADay() {
        introductions(200, Duration.ofSeconds(18));
        time.pass(Duration.ofDays(1));
        assertThat(starts().pause()).isZero();
    }

    @Test
    void survivesATornFileAndAClockThatWasWrong() throws IOException {
        Files.write(file(), List.of("2026-03-02T08:5", "", "\u0000", "2027-01-01T00:00:00Z", "2026-03-02T08:59:00Z"));
        assertThat(starts().pause()).isZero();
        starts().note();
        assertThat(Files.readAllLines(file())).containsExactly("2026-03-02T08:59:00Z", "2026-03-02T09:00:00Z");
    }

    @Test
    void isNotedByEveryConnectionOfTheAdapter() throws IOException {
        try (var discord = new FakeDiscord()) {
            for (var process = 1; process <= 2; process++) {
                connectOnce(discord);
                assertThat(Files.readAllLines(file())).hasSize(process);
                assertThat(discord.sessions().stream().filter(session -> session.startsWith("identify")))
                        .hasSize(process);
            }
        }
    }

    private void connectOnce(FakeDiscord discord) {
        var settings = discord.settings().startsIn(file());
        var adapter = new DiscordAdapter(settings, new Bot(List.of(), new InMemoryStore(), time), time, Alone.at(time));
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
        adapter.stop(Duration.ofSeconds(5));
    }

    /** How often a bot introduces itself whose process lives for so long each time. */
    private int introductions(int processes, Duration life) {
        var introductions = 0;
        for (var process = 0; process < processes; process++) {
            var pause = starts().pause();
            if (pause.compareTo(life) < 0) {
                time.pass(pause);
                starts().note();
                introductions++;
                time.pass(life.minus(pause));
            } else {
                time.pass(life);
            }
        }
        return introductions;
    }

    private boolean fits() {
        var now = starts().pause().isZero();
        starts().note();
        return now;
    }

    private Starts starts() {
        return new Starts(Optional.of(file()), time);
    }

    private Path file() {
        return folder.resolve("discord-starts");
    }
}
