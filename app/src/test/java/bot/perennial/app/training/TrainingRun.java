package bot.perennial.app.training;

import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.testing.FakeSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Serves two fake platforms from the distribution once, so that the JDK can keep what that loaded and linked. */
public final class TrainingRun {
    private static final int FIRST_WITH_A_CACHE_IN_ONE_STEP = 25;

    private TrainingRun() {}

    /** Takes the folder of the distribution, and one to work in. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var distribution = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        var version = Runtime.version().feature();
        if (version < FIRST_WITH_A_CACHE_IN_ONE_STEP) {
            System.out.println("Java " + version + " makes no AOT cache; starts will take their time.");
            return;
        }
        Files.createDirectories(work);
        var cache = distribution.resolve("lib").resolve("perennial.aot");
        var log = work.resolve("training.log");
        Files.deleteIfExists(cache);
        Files.deleteIfExists(log);
        try (var slack = new FakeSlack();
                var discord = new FakeDiscord()) {
            var command =
                    List.of(distribution.resolve("bin").resolve("perennial").toString(), "serve");
            var settings = Map.of(
                    "JAVA_OPTS",
                    "-XX:AOTCacheOutput=" + cache,
                    "PERENNIAL_HOME",
                    work.resolve("home").toString());
            try (var started = Started.with(command, settings, log, slack, discord)) {
                started.awaitReady();
                slack.as("U1").types("/met Ana at PyCon - likes jazz next:1w");
                slack.next();
                discord.as("21", "Ana").types("met", Map.of("who", "Lee", "note", "likes jazz"));
                discord.next();
            }
        }
        if (Files.notExists(cache)) {
            throw new IllegalStateException("No cache was made; see " + log);
        }
        System.out.println("Made an AOT cache of " + Files.size(cache) / 1_000_000 + " MB.");
    }
}
