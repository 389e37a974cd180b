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
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
public final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Process process;
    private final int port;
    private final long at;

    private Started(Process process, int port) {
        this.process = process;
        this.port = port;
        at = System.nanoTime();
    }

    /**
     * Starts it, serving two fake platforms.
     *
     * @param command what would be typed
     * @param settings environment variables besides those of the platforms
     * @param log where its output goes
     */
    public static Started with(
            List<String> command, Map<String, String> settings, Path log, FakeSlack slack, FakeDiscord discord)
            throws IOException {
        var all = new HashMap<>(settings);
        all.put("SLACK_BOT_TOKEN", slack.settings().botToken().value());
        all.put("SLACK_APP_TOKEN", slack.settings().appToken().orElseThrow().value());
        all.put("SLACK_API_URL", slack.settings().apiUrl());
        all.put("DISCORD_TOKEN", discord.settings().token());
        all.put("DISCORD_API_URL", discord.settings().apiUrl());
        all.put("DISCORD_GATEWAY_URL", discord.settings().gatewayUrl());
        return with(command, all, log);
    }

    /** Starts it, with whatever the settings say. */
    public static Started with(List<String> command, Map<String, String> settings, Path log) throws IOException {
        var port = freePort();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PERENNIAL_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings);
        return new Started(builder.start(), port);
    }

    /** Waits until members are heard and can be reached; answers how long that took. */
    public Duration awaitReady() throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (status(client, question) != 200) {
                if (!process.isAlive() || System.nanoTime() - at > PATIENCE.toNanos()) {
                    throw new IllegalStateException("It did not become ready");
                }
                TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
            }
        }
        return Duration.ofNanos(System.nanoTime() - at);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
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
