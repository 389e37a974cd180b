package bot.perennial.app.training;

import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.testing.FakeSlack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Serves two fake platforms from the distribution once, so that the JDK can keep what that loaded and linked. */
public final class TrainingRun {
    private static final int FIRST_WITH_A_CACHE_IN_ONE_STEP = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
        try (var slack = new FakeSlack();
                var discord = new FakeDiscord()) {
            var port = freePort();
            var process = start(distribution, work, log, cache, port, slack, discord);
            try {
                awaitReady(process, port);
                slack.as("U1").types("/met Ana at PyCon - likes jazz next:1w");
                slack.next();
                discord.as("21", "Ana").types("met", Map.of("who", "Lee", "note", "likes jazz"));
                discord.next();
            } finally {
                process.destroy();
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || Files.notExists(cache)) {
                process.destroyForcibly();
                throw new IllegalStateException("No cache was made; see " + log);
            }
        }
        System.out.println("Made an AOT cache of " + Files.size(cache) / 1_000_000 + " MB.");
    }

    private static Process start(
            Path distribution, Path work, Path log, Path cache, int port, FakeSlack slack, FakeDiscord discord)
            throws IOException {
        var builder = new ProcessBuilder(
                        distribution.resolve("bin").resolve("perennial").toString(), "serve")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS", "-XX:AOTCacheOutput=" + cache);
        environment.put("PERENNIAL_HOME", work.resolve("home").toString());
        environment.put("PERENNIAL_HTTP_PORT", Integer.toString(port));
        environment.put("SLACK_BOT_TOKEN", "xoxb-training");
        environment.put("SLACK_APP_TOKEN", "xapp-training");
        environment.put("SLACK_API_URL", slack.settings().apiUrl());
        environment.put("DISCORD_TOKEN", discord.settings().token());
        environment.put("DISCORD_API_URL", discord.settings().apiUrl());
        environment.put("DISCORD_GATEWAY_URL", discord.settings().gatewayUrl());
        return builder.start();
    }

    private static void awaitReady(Process process, int port) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        var until = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (status(client, question) != 200) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException("The training run did not become ready");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static int status(HttpClient client, HttpRequest question) throws IOException, InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            return 0; // it has not opened its door yet
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
