package bot.perennial.discord;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Discord's REST API, asked without connecting the bot. */
record PlainRest(DiscordSettings settings) {
    static final int FINE = 200;
    static final int REFUSED = 401;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    HttpResponse<String> call(String method, String path, BodyPublisher body) throws IOException {
        var base = settings.apiUrl().isEmpty() ? "https://discord.com/api/v10/" : settings.apiUrl();
        var request = HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + path : base + "/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bot " + settings.token())
                .header("Content-Type", "application/json")
                .header("User-Agent", "DiscordBot (https://localhost, 1)")
                .method(method, body)
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // without TLS, an offer to upgrade confuses proxies
                .connectTimeout(PATIENCE)
                .build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("Discord can't be reached. Check the network and DISCORD_API_URL.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while Discord was asked", e);
        }
    }
}
