package bot.perennial.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.app.Environment;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDoorTest {
    private static final String TOKEN = "0123456789abcdef";
    private final HttpDoor door = new HttpDoor(
            Environment.read(Map.of()).http().host(),
            0,
            new Health(Map.of("database", () -> true), Map.of("discord", () -> true)),
            new Metrics(new InMemoryStore(), new MovableTime("2026-03-02T09:00:00Z")),
            new Gate(Optional.of(TOKEN)),
            Optional.empty());

    @BeforeEach
    void open() throws IOException {
        door.start();
    }

    @AfterEach
    void close() {
        door.stop();
    }

    @Test
    void listensOnThisMachineOnlyUnlessToldOtherwise() {
        // an address of this machine, too, at which a server answers that listens everywhere
        assertThatThrownBy(() -> new Socket("127.0.0.2", door.port()).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void showsHealthAndMetricsHere() throws Exception {
        assertThat(answer("/livez")).isEqualTo(200);
        assertThat(answer("/readyz")).isEqualTo(200);
        assertThat(answer("/metrics")).isEqualTo(200);
    }

    @Test
    void saysWhatStandsBy() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/readyz"));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .body()
                            .strip())
                    .isEqualTo("{\"ready\":true,\"parts\":{\"database\":true},\"standby\":[\"discord\"]}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For,192.0.2.1,none,403",
        "Forwarded,for=192.0.2.1,none,403",
        "X-Forwarded-For,127.0.0.1,none,403",
        "X-Forwarded-For,192.0.2.1,Bearer wrong,403",
        "X-Forwarded-For,192.0.2.1,0123456789abcdef,403",
        "X-Forwarded-For,192.0.2.1,Bearer 0123456789abcdef,200",
    })
    void showsMetricsToNobodyElseWithoutTheToken(String header, String origin, String authorization, int status)
            throws Exception {
        assertThat(answer("/metrics", header, origin, "Authorization", authorization))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "127.8.9.1,true",
        "::1,true",
        "[::1],true",
        "192.0.2.1,false",
        "::ffff:192.0.2.1,false",
        "2001:db8::1,false",
        "10.0.0.1,false",
    })
    void knowsWhatIsHere(String address, boolean here) {
        assertThat(Gate.here(address)).isEqualTo(here);
    }

    private int answer(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
        try (var client = HttpClient.newHttpClient()) {
            var asked = headers.length == 0 ? request : request.headers(headers);
            return client.send(asked.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
