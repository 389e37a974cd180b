package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Doors;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F33: what never left is sent later, and not counted as perhaps arrived. */
@Timeout(60)
class UnreachableTest {
    @TempDir
    private Path folder;

    @Test
    void waitsWhenSlacksNameIsNotKnown() {
        assertThat(delivered("https://slack.invalid/api/")).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void waitsWhenTheCertificateHasExpired() throws Exception {
        try (var server = Doors.expired(folder)) {
            assertThat(delivered("https://127.0.0.1:" + server.port() + "/api/"))
                    .isInstanceOf(Delivery.Later.class);
        }
    }

    @Test
    void waitsWhenAProxyWantsToKnowWhoAsks() throws Exception {
        var usual = ProxySelector.getDefault();
        try (var proxy = Doors.answering(Doors.PROXY)) {
            ProxySelector.setDefault(ProxySelector.of(proxy.address()));
            assertThat(delivered("https://slack.invalid/api/")).isInstanceOf(Delivery.Later.class);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    @Test
    void doesNotKnowWhenAServerHangsUpOnARequest() throws Exception {
        try (var server = Doors.answering("")) {
            assertThat(delivered("http://127.0.0.1:" + server.port() + "/api/")).isInstanceOf(Delivery.Unclear.class);
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
}
