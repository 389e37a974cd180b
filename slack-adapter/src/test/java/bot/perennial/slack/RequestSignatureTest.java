package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignatureTest {
    private static final byte[] BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&text=héllo".getBytes(UTF_8);
    private final RequestSignature signature = new RequestSignature(
            new SlackSettings.Secret("8f742231b10e8888abcd99yyyzzz85a5"), () -> Instant.ofEpochSecond(1531420618));

    @Test
    void agreesWithSlacksOwnExample() {
        var body = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
                        + "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                .getBytes(UTF_8);
        assertThat(signature.signed(
                        "1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", body))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "-300,true", "301,false", "-301,false", "86400,false"})
    void takesOnlyWhatWasSentJustNow(long skew, boolean accepted) {
        var timestamp = Long.toString(1531420618 + skew);
        assertThat(signature.signed(timestamp, signature.of(timestamp, BODY), BODY))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-5", "1531420618 ", "999999999999999999999", "1.5e9", "١٥٣١٤٢٠٦١٨"})
    void refusesATimestampThatIsNone(String timestamp) {
        assertThat(signature.signed(timestamp, signature.of(timestamp, BODY), BODY))
                .isFalse();
    }

    @Test
    void refusesWhatIsNotSigned() {
        var signed = signature.of("1531420618", BODY);
        assertThat(signature.signed("1531420618", null, BODY)).isFalse();
        assertThat(signature.signed(null, signed, BODY)).isFalse();
        assertThat(signature.signed("1531420618", "", BODY)).isFalse();
        assertThat(signature.signed("1531420618", signed.toUpperCase(java.util.Locale.ROOT), BODY))
                .isFalse();
        assertThat(signature.signed("1531420618", signed, "other".getBytes(UTF_8)))
                .isFalse();
    }
}
