package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlackWebTest {
    @Test
    void losesNothingToAConnectionThatWasClosedMeanwhile() throws Exception {
        try (var server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerOnceForEachConnection(server));
            var web = new SlackWeb(new SlackSettings(
                    new SlackSettings.Secret("xoxb-fake"),
                    Optional.of(new SlackSettings.Secret("xapp-fake")),
                    Optional.empty(),
                    "http://127.0.0.1:" + server.getLocalPort() + "/api/",
                    Set.of()));

            for (var call = 0; call < 5; call++) {
                assertThat(web.methods().authTest(request -> request).isOk()).isTrue();
            }
            web.close();
        }
    }

    @Test
    void waitsForNoCallLongerThanTwelveSecondsAndRepeatsNone() {
        var web = new SlackWeb(new SlackSettings(
                new SlackSettings.Secret("xoxb-fake"),
                Optional.of(new SlackSettings.Secret("xapp-fake")),
                Optional.empty(),
                SlackSettings.SLACKS_OWN_API,
                Set.of()));
        var client = web.slack().getHttpClient().getOkHttpClient();

        assertThat(client.connectTimeoutMillis()).isEqualTo(3_000);
        assertThat(client.readTimeoutMillis()).isEqualTo(8_000);
        assertThat(client.callTimeoutMillis()).isEqualTo(12_000);
        assertThat(client.retryOnConnectionFailure()).isFalse();
        assertThat(client.followRedirects()).isFalse();
        assertThat(client.followSslRedirects()).isFalse();
        web.close();
    }

    /** As a server whose patience with idle connections has just ended. */
    private static void answerOnceForEachConnection(ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
                for (var line = lines.readLine(); line != null && !line.isEmpty(); ) {
                    line = lines.readLine();
                }
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"ok\":true}".getBytes(US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}
