package bot.perennial.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells Slack's requests from forgeries and repeats, over the raw bytes and in constant time. */
final class RequestSignature {
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource time;
    private final Cache<String, Boolean> seen;

    RequestSignature(SlackSettings.Secret secret, InstantSource time) {
        this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.time = time;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW.multipliedBy(2)) // a request from five minutes ahead is good for ten
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.instant().toEpochMilli()))
                .build();
    }

    /** Whether Slack signed it just now, and it has not come before; what Slack sends again it signs anew. */
    boolean signedOnce(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        return signature != null
                && signed(timestamp, signature, body)
                && seen.asMap().putIfAbsent(signature, true) == null;
    }

    boolean signed(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        return timestamp != null
                && signature != null
                && recent(timestamp)
                && MessageDigest.isEqual(
                        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    String of(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private boolean recent(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, time.instant()).abs().compareTo(WINDOW) <= 0;
    }
}
