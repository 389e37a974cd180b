package bot.perennial.app.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in who asks from this machine, and who shows the token. */
public final class Gate {
    static final Page.Answer CLOSED = new Page.Answer(
            403, "text/plain", "Only for this machine, or with PERENNIAL_METRICS_TOKEN as a bearer token.\n");

    private final Optional<String> token;

    public Gate(Optional<String> token) {
        this.token = token;
    }

    boolean opens(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return shown(request.getHeader("Authorization")) || (!forwarded && here(request.getRemoteAddr()));
    }

    private boolean shown(@Nullable String authorization) {
        return authorization != null
                && token.filter(secret -> MessageDigest.isEqual(
                                ("Bearer " + secret).getBytes(StandardCharsets.UTF_8),
                                authorization.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    static boolean here(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // it is a number: no name is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
