package bot.perennial.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One call to each platform that is configured, to see whether its token is accepted. */
final class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,60})\"");
    private static final Pattern OK = Pattern.compile("\"ok\"\\s*:\\s*true");
    private static final int FINE = 200;

    private final Environment environment;

    /** What came of it. */
    record Probe(boolean well, String words) {}

    Probes(Environment environment) {
        this.environment = environment;
    }

    List<Probe> run() {
        return Stream.of(
                        environment.slack().map(this::slack),
                        environment.discord().map(this::discord))
                .flatMap(Optional::stream)
                .toList();
    }

    private Probe slack(Environment.Slack slack) {
        var api = slack.api().orElse(URI.create("https://slack.com/api/"));
        var request = request(
                        api.resolve("auth.test"), "Bearer " + slack.botToken().value())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var body = body(request).body();
            var error = ERROR.matcher(body);
            if (OK.matcher(body).find()) {
                return new Probe(true, "Slack: the bot token is accepted.");
            }
            var why = error.find() ? " (" + error.group(1) + ")" : "";
            return new Probe(
                    false,
                    "Slack: the bot token is refused" + why
                            + ". Reinstall the app to the workspace, and set SLACK_BOT_TOKEN anew.");
        } catch (IOException e) {
            return new Probe(
                    false, "Slack: " + api.getHost() + " can't be reached. Check the network and SLACK_API_URL.");
        }
    }

    private Probe discord(Environment.Discord discord) {
        var api = discord.api().map(URI::toString).orElse("https://discord.com/api/v10/");
        var base = URI.create(api.endsWith("/") ? api : api + "/");
        var request = request(
                        base.resolve("users/@me"), "Bot " + discord.token().value())
                .GET()
                .build();
        try {
            var status = body(request).statusCode();
            return status == FINE
                    ? new Probe(true, "Discord: the bot token is accepted.")
                    : new Probe(
                            false,
                            "Discord: the bot token is refused (" + status
                                    + "). Make a new one at discord.com/developers, Bot > Reset Token, and set DISCORD_TOKEN anew.");
        } catch (IOException e) {
            return new Probe(
                    false, "Discord: " + base.getHost() + " can't be reached. Check the network and DISCORD_API_URL.");
        }
    }

    private static HttpRequest.Builder request(URI address, String authorization) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("User-Agent", "DiscordBot (https://localhost, 1)");
    }

    private static HttpResponse<String> body(HttpRequest request) throws IOException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // without TLS, an offer to upgrade confuses proxies
                .connectTimeout(PATIENCE)
                .build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking", e);
        }
    }
}
