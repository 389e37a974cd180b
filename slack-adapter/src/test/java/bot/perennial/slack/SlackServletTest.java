package bot.perennial.slack;

import static bot.perennial.slack.HttpMode.FORM;
import static bot.perennial.slack.HttpMode.signed;
import static bot.perennial.slack.HttpMode.stamped;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SlackServletTest {
    private final HttpMode http = new HttpMode();

    SlackServletTest() throws Exception {}

    @AfterEach
    void close() throws Exception {
        http.close();
    }

    @Test
    void answersACommand() throws Exception {
        var answer = http.send(FORM, http.command("hé *llo*"), http.now());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).containsIgnoringCase("content-type: application/json");
        assertThat(answer.body()).contains("hé *llo*").contains("\"response_type\":\"ephemeral\"");
    }

    @Test
    void provesItselfToSlack() throws Exception {
        var challenge = "{\"token\":\"x\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}";
        assertThat(http.send("application/json; charset=utf-8", challenge, http.now())
                        .body())
                .contains("3eZbrw1aB");
        assertThat(http.send(FORM, "token=x&ssl_check=1", http.now()).status()).isEqualTo(200);
    }

    @Test
    void refusesForgeries() throws Exception {
        var body = http.command("hi").getBytes(UTF_8);
        var early = Long.toString(http.time.instant().getEpochSecond() - 301);
        var other = http.signature.of(http.now(), http.command("hi").getBytes(UTF_8));
        assertThat(http.send(FORM, body, early, http.signature.of(early, body)).status())
                .isEqualTo(401);
        assertThat(http.send(FORM, body, http.now(), "v0=" + "0".repeat(64)).status())
                .isEqualTo(401);
        assertThat(http.send(FORM, body, http.now(), other).status()).isEqualTo(401);
        assertThat(http.send(FORM, body, "soon", http.signature.of("soon", body))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesARepeatButTakesWhatSlackSendsAgain() throws Exception {
        var body = http.command("hi");
        var first = http.now();
        assertThat(http.send(FORM, body, first).status()).isEqualTo(200);
        assertThat(http.send(FORM, body, first).status()).isEqualTo(401);

        http.time.pass(Duration.ofMinutes(5));
        assertThat(http.send(FORM, body, first).status()).isEqualTo(401);
        assertThat(http.send(FORM, body, http.now()).status()).isEqualTo(200);
    }

    @Test
    void refusesARepeatOfWhatCameFromAClockThatIsAhead() throws Exception {
        var ahead = Long.toString(http.time.instant().getEpochSecond() + 300);
        var body = http.command("hi");
        assertThat(http.send(FORM, body, ahead).status()).isEqualTo(200);
        http.time.pass(Duration.ofSeconds(599));
        assertThat(http.send(FORM, body, ahead).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Slack-Signature", "X-Slack-Request-Timestamp"})
    void refusesHeadersThatAreThereTwice(String name) throws Exception {
        var body = http.command("hi").getBytes(UTF_8);
        var headers = new ArrayList<>(
                List.of("Content-Type: " + FORM, stamped(http.now()), signed(http.signature.of(http.now(), body))));
        headers.add(headers.stream()
                .filter(header -> header.startsWith(name))
                .findFirst()
                .orElseThrow());
        assertThat(http.client.post(headers, body).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml", ""})
    void refusesOtherTypesOfContent(String type) throws Exception {
        assertThat(http.send(type, http.command("hi"), http.now()).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsNotText() throws Exception {
        var body = http.command("h\u00e9").replace("%C3%A9", "\u00e9").getBytes(ISO_8859_1);
        assertThat(http.send(FORM, body, http.now(), http.signature.of(http.now(), body))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void unpacksNothing() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50_000_000]);
        }
        var body = packed.toByteArray();
        var headers = List.of(
                "Content-Type: " + FORM,
                "Content-Encoding: gzip",
                stamped(http.now()),
                signed(http.signature.of(http.now(), body)));
        assertThat(body.length).isLessThan(128 * 1024);
        assertThat(http.client.post(headers, body).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        try (var talk = http.client.talk()) {
            talk.say(List.of("Content-Type: " + FORM), 128 * 1024 + 1);
            assertThat(talk.hear().status()).isEqualTo(413);
        }
    }

    @Test
    void refusesWhatNeverEnds() throws Exception {
        try (var talk = http.client.talk()) {
            talk.say("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var chunk = 0; chunk < 16; chunk++) {
                talk.say("2000\r\n" + "x".repeat(0x2000) + "\r\n");
            }
            talk.say("1\r\nx");
            assertThat(talk.hear().status()).isEqualTo(413);
        }
    }

    @Test
    void waitsForNobodyWhoSendsSlowly() throws Exception {
        var slow = new ArrayList<RawClient.Talk>();
        for (var one = 0; one < 24; one++) { // three times as many as the server has threads
            var talk = http.client.talk();
            talk.say(List.of("Content-Type: " + FORM), 1000);
            talk.say("c");
            slow.add(talk);
        }
        assertThat(http.send(FORM, http.command("hi"), http.now()).status()).isEqualTo(200);
        for (var talk : slow) {
            assertThat(talk.hear().status()).isEqualTo(408);
            talk.close();
        }
    }

    @Test
    void waitsForNobodyWhoSendsByteByByte() throws Exception {
        try (var talk = http.client.talk();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            talk.say(List.of("Content-Type: " + FORM), 1000);
            var unused = clock.scheduleAtFixedRate(() -> drip(talk), 0, 20, TimeUnit.MILLISECONDS);
            assertThat(talk.hear().status()).isEqualTo(408);
            clock.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payload=",
                "payload=%7B",
                "payload=%7B%22type%22%3A%22nonsense%22%7D",
                "payload=%ZZ",
                "%",
                "{",
                "[]",
                "null",
                "{\"type\":\"event_callback\"}",
                "command=%2Fecho",
                "command=%2Funknown&text=x"
            })
    void survivesSignedNonsense(String body) throws Exception {
        assertThat(http.send(FORM, body, http.now()).status()).isBetween(200, 499);
    }

    private static void drip(RawClient.Talk talk) {
        try {
            talk.say("x");
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
