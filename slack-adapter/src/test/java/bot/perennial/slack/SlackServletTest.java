package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackServletTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final SlackSettings settings = new SlackSettings(
            slack.settings().botToken(),
            Optional.empty(),
            slack.settings().signingSecret(),
            slack.settings().apiUrl(),
            slack.settings().responseHosts());
    private final SlackAdapter adapter =
            new SlackAdapter(settings, new Bot(Parrot.commands(), new InMemoryStore(), time), time);
    private final RequestSignature signature =
            new RequestSignature(settings.signingSecret().orElseThrow(), time);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void listen() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(adapter.servlet().orElseThrow()), "/slack/events");
        server.setHandler(handler);
        server.start();
        adapter.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        adapter.stop();
        slack.close();
    }

    @Test
    void answersACommand() throws Exception {
        var answer = send(FORM, command("hé *llo*"), now());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("hé *llo*").contains("\"response_type\":\"ephemeral\"");
        assertThat(adapter.ready()).isTrue();
    }

    @Test
    void provesItselfToSlack() throws Exception {
        var challenge = "{\"token\":\"x\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}";
        assertThat(send("application/json", challenge, now()).body()).contains("3eZbrw1aB");
        assertThat(send(FORM, "token=x&ssl_check=1", now()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesForgeries() throws Exception {
        var body = command("hi");
        var early = Long.toString(time.instant().getEpochSecond() - 301);
        assertThat(send(FORM, body, early).statusCode()).isEqualTo(401);
        assertThat(send(FORM, body, now(), "v0=" + "0".repeat(64)).statusCode()).isEqualTo(401);
        assertThat(send(FORM, body, now(), signature.of(now(), (body + "x").getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(slack.quiet()).isTrue();
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        assertThat(send(FORM, command("x".repeat(200_000)), now()).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payload=",
                "payload=%7B",
                "payload=%7B%22type%22%3A%22nonsense%22%7D",
                "{",
                "[]",
                "null",
                "{\"type\":\"event_callback\"}",
                "command=%2Fecho",
                "command=%2Funknown&text=x"
            })
    void survivesSignedNonsense(String body) throws Exception {
        assertThat(send(FORM, body, now()).statusCode()).isBetween(200, 499);
    }

    private String command(String text) {
        return "command=%2Fecho&team_id=T1&user_id=U0ANA&user_name=ana&trigger_id=1.2.3&text="
                + URLEncoder.encode(text, UTF_8);
    }

    private String now() {
        return Long.toString(time.instant().getEpochSecond());
    }

    private HttpResponse<String> send(String type, String body, String timestamp) throws Exception {
        return send(type, body, timestamp, signature.of(timestamp, body.getBytes(UTF_8)));
    }

    private HttpResponse<String> send(String type, String body, String timestamp, String signed) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events");
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", type)
                            .header("X-Slack-Request-Timestamp", timestamp)
                            .header("X-Slack-Signature", signed)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
