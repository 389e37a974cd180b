package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F33: what never left is sent later, and not counted as perhaps arrived. */
@Timeout(60)
class UnreachableTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void waitsWhenSlacksNameIsNotKnown() {
        assertThat(delivered("https://slack.invalid/api/")).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void waitsWhenTheCertificateHasExpired() throws Exception {
        try (var server = expired().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(server, ""));
            assertThat(delivered("https://127.0.0.1:" + server.getLocalPort() + "/api/"))
                    .isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void waitsWhenAProxyWantsToKnowWhoAsks() throws Exception {
        var usual = ProxySelector.getDefault();
        try (var proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(
                    proxy,
                    "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            ProxySelector.setDefault(ProxySelector.of((InetSocketAddress) proxy.getLocalSocketAddress()));
            assertThat(delivered("https://slack.invalid/api/")).isInstanceOf(Delivery.Later.class);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    @Test
    void doesNotKnowWhenAServerHangsUpOnARequest() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(server, ""));
            assertThat(delivered("http://127.0.0.1:" + server.getLocalPort() + "/api/"))
                    .isInstanceOf(Delivery.Unclear.class);
        }
    }

    /** As after a stop of the whole process between the decision to send and the sending. */
    @Test
    void letsNothingLeaveThatWasHeldUp() throws Exception {
        var departure = new Departure(Duration.ZERO);
        var client = new OkHttpClient.Builder().addNetworkInterceptor(departure).build();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            departure.begin();
            assertThatIOException()
                    .isThrownBy(() -> client.newCall(
                                    new Request.Builder().url(address).build())
                            .execute()
                            .close())
                    .withMessage("held up");
            assertThat(departure.left()).isFalse();
        }
    }

    private static Delivery delivered(String api) {
        var web = web(api);
        try {
            var courier = new SlackCourier(web, new Access(Instant::now), System::nanoTime);
            return courier.deliver(new Account("slack", "T1", "U1"), Message.of("Good morning"), "key");
        } finally {
            web.close();
        }
    }

    private static SlackWeb web(String api) {
        return new SlackWeb(new SlackSettings(
                new SlackSettings.Secret("xoxb"),
                Optional.of(new SlackSettings.Secret("xapp")),
                Optional.empty(),
                api,
                Set.of()));
    }

    private javax.net.ssl.SSLServerSocketFactory expired() throws Exception {
        var keys = folder.resolve("expired.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-startdate",
                        "-2y",
                        "-validity",
                        "30",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static void serve(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket open = server.accept()) {
                var bytes = new byte[4096];
                if (open.getInputStream().read(bytes) > 0) {
                    open.getOutputStream().write(answer.getBytes(US_ASCII));
                }
            } catch (IOException e) {
                // the bot hung up first, or the test has ended
            }
        }
    }
}
