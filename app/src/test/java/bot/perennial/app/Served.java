package bot.perennial.app;

import static org.awaitility.Awaitility.await;

import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.Sealer;
import bot.perennial.db.testing.TestDatabases.Schema;
import bot.perennial.discord.DiscordSettings;
import bot.perennial.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The bot as {@code serve} builds it, at a time that is told, its rounds made by hand. */
final class Served implements AutoCloseable {
    final MovableTime time = new MovableTime("2026-03-02T08:00:00Z"); // a Monday
    private final Serving serving;

    Served(Schema schema, Optional<SlackSettings> slack, Optional<DiscordSettings> discord)
            throws IOException, InterruptedException {
        serving = Serving.of(environment(schema, slack, discord), time, progress -> {});
        serving.connect(new CountDownLatch(1));
        await().until(this::ready);
    }

    /** Lets time pass, then makes every round, twice, for nothing may come of the second. */
    void pass(Duration duration) {
        time.pass(duration);
        serving.wake();
        serving.wake();
    }

    /** Lets seconds pass until something has come: a platform's pace is kept by the machine's clock. */
    void passUntil(Callable<Boolean> come) {
        await().until(() -> {
            pass(Duration.ofSeconds(1));
            return come.call();
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + serving.port() + "/slack/events");
    }

    private boolean ready() throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address().resolve("/readyz")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    @Override
    public void close() {
        serving.close();
    }

    private static Environment environment(
            Schema schema, Optional<SlackSettings> slack, Optional<DiscordSettings> discord) {
        return new Environment(
                Path.of("target"),
                Optional.of(new Environment.DatabaseAddress(
                        schema.jdbcUrl(), schema.user(), new Secret(schema.password()))),
                Optional.of(new Secret(Sealer.generate())),
                slack.map(Served::environment),
                discord.map(Served::environment),
                new Environment.Http("127.0.0.1", 0),
                Environment.LogFormat.TEXT,
                List.of());
    }

    static Environment.Slack environment(SlackSettings settings) {
        return new Environment.Slack(
                new Secret(settings.botToken().value()),
                settings.appToken().map(token -> new Secret(token.value())),
                settings.signingSecret().map(secret -> new Secret(secret.value())),
                Optional.of(URI.create(settings.apiUrl())),
                settings.responseHosts());
    }

    static Environment.Discord environment(DiscordSettings settings) {
        return new Environment.Discord(
                new Secret(settings.token()),
                Optional.of(URI.create(settings.apiUrl())),
                Optional.of(URI.create(settings.gatewayUrl())));
    }
}
