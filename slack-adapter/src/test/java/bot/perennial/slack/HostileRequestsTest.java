package bot.perennial.slack;

import static bot.perennial.slack.HttpMode.FORM;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forged, stale, repeated and tampered requests: only what Slack signed comes through, and only once. */
class HostileRequestsTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("perennial.requests.rounds", 2_000);
    private static final int A_GENUINE_ONE_EACH = 20;

    /** One second is promised; the machine that builds may be busy. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(Long.getLong("perennial.requests.longest", 3_000));

    private final Random random = new Random(SEED);

    /** A request as it goes over the wire, each character a byte. */
    private record Sent(String body, List<String> stamps, List<String> signatures) {
        List<String> headers() {
            var headers = new ArrayList<>(List.of("Content-Type: " + FORM));
            stamps.forEach(stamp -> headers.add(HttpMode.stamped(stamp)));
            signatures.forEach(signature -> headers.add(HttpMode.signed(signature)));
            return headers;
        }
    }

    @Test
    void comeThroughOnlyOnceAndOnlyFromSlack() throws Exception {
        System.out.println("perennial.seed=" + SEED);
        try (var http = new HttpMode()) {
            var genuine = genuine(http);
            for (var round = 0; round < ROUNDS; round++) {
                if (round % A_GENUINE_ONE_EACH == 0) {
                    genuine = genuine(http);
                    assertThat(post(http, genuine)).isEqualTo(200);
                }
                var hostile = hostile(http, genuine);
                var begun = System.nanoTime();
                var status = post(http, hostile);
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as("seed %d, round %d", SEED, round)
                        .isLessThan(LONGEST_WAIT);
                assertThat(status)
                        .as("seed %d, round %d: %s of %s", SEED, round, hostile.headers(), genuine.body())
                        .isIn(400, 401, 408, 413);
            }
        }
    }

    private static int post(HttpMode http, Sent sent) throws Exception {
        return http.client.post(sent.headers(), bytes(sent.body())).status();
    }

    private Sent genuine(HttpMode http) {
        var body = http.command("hello " + random.nextInt());
        return signed(http, body, http.now());
    }

    private static Sent signed(HttpMode http, String body, String stamp) {
        return new Sent(body, List.of(stamp), List.of(http.signature.of(stamp, bytes(body))));
    }

    private Sent hostile(HttpMode http, Sent genuine) {
        var body = genuine.body();
        return switch (random.nextInt(9)) {
            case 0 -> genuine; // it has come before
            case 1 -> new Sent(mutated(body), genuine.stamps(), genuine.signatures());
            case 2 ->
                new Sent(
                        body,
                        genuine.stamps(),
                        List.of(forged(genuine.signatures().getFirst())));
            case 3 ->
                new Sent(
                        mutated(body),
                        genuine.stamps(),
                        List.of(forged(genuine.signatures().getFirst())));
            case 4 -> signed(http, body, stale(http));
            case 5 -> new Sent(body, List.of(restamped(genuine.stamps().getFirst())), genuine.signatures());
            case 6 -> new Sent(body, twice(genuine.stamps()), genuine.signatures());
            case 7 -> new Sent(body, genuine.stamps(), twice(genuine.signatures()));
            default -> byAnother(body, genuine.stamps().getFirst(), http);
        };
    }

    private Sent byAnother(String body, String stamp, HttpMode http) {
        var secret = new SlackSettings.Secret("signing-fake" + (char) ('a' + random.nextInt(26)));
        return new Sent(body, List.of(stamp), List.of(new RequestSignature(secret, http.time).of(stamp, bytes(body))));
    }

    private String mutated(String body) {
        var at = random.nextInt(body.length());
        return switch (random.nextInt(4)) {
            case 0 ->
                body.substring(0, at) + (char) (body.charAt(at) ^ 1 << random.nextInt(8)) + body.substring(at + 1);
            case 1 -> body.substring(0, at);
            case 2 -> body + "&user_id=U0EVE";
            default -> {
                var noise = new byte[1 + random.nextInt(300)];
                random.nextBytes(noise);
                yield new String(noise, ISO_8859_1);
            }
        };
    }

    private static byte[] bytes(String body) {
        return body.getBytes(ISO_8859_1);
    }

    private String forged(String signature) {
        return switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> signature.toUpperCase(Locale.ROOT);
            case 2 -> signature.substring(0, random.nextInt(signature.length()));
            case 3 -> signature.replace("v0=", "v1=");
            case 4 -> signature + "0";
            case 5 -> "v0=" + "0".repeat(64);
            default -> "v0=%064x".formatted(random.nextLong());
        };
    }

    private String stale(HttpMode http) {
        var skew = 301 + random.nextLong(1_000_000_000);
        return Long.toString(http.time.instant().getEpochSecond() + (random.nextBoolean() ? skew : -skew));
    }

    private String restamped(String stamp) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.toString(Long.parseLong(stamp) + 1 + random.nextInt(299));
            case 1 -> "0" + stamp;
            case 2 -> "+" + stamp;
            case 3 -> stamp + ".0";
            case 4 -> "now";
            default -> "-" + stamp;
        };
    }

    private List<String> twice(List<String> values) {
        var both = new ArrayList<>(List.of(values.getFirst(), random.nextBoolean() ? values.getFirst() : "0"));
        Collections.shuffle(both, random);
        return both;
    }
}
