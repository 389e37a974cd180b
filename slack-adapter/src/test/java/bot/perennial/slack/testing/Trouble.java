package bot.perennial.slack.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How the next call of a method, or the next {@code response}, is answered instead of properly.
 *
 * @param accepted whether it has its effect all the same
 * @param dropped whether the answer breaks off
 * @param late how long the effect, and the answer, keep the bot waiting
 */
public record Trouble(
        int status, Map<String, String> headers, String body, boolean accepted, boolean dropped, Duration late) {
    private static final int PROMISED = 1000;

    public static Trouble error(String error) {
        return status(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    public static Trouble status(int status, String body) {
        return new Trouble(status, Map.of(), body, false, false, Duration.ZERO);
    }

    public static Trouble rateLimited(@Nullable String retryAfter) {
        var headers = retryAfter == null ? Map.<String, String>of() : Map.of("Retry-After", retryAfter);
        return new Trouble(429, headers, "{\"ok\":false,\"error\":\"ratelimited\"}", false, false, Duration.ZERO);
    }

    /** The message arrives, the answer does not. */
    public static Trouble answerLost() {
        return new Trouble(200, Map.of(), "", true, true, Duration.ZERO);
    }

    /** The message arrives, and the answer is not to be understood. */
    public static Trouble answerGarbled(String body) {
        return new Trouble(200, Map.of(), body, true, false, Duration.ZERO);
    }

    /** The message arrives when the bot may have given up on it already. */
    public static Trouble acceptedLate(Duration late) {
        return new Trouble(200, Map.of(), "", true, true, late);
    }

    void delay() {
        LockSupport.parkNanos(late.toNanos());
    }

    void answer(HttpExchange exchange) throws IOException {
        if (dropped) {
            exchange.sendResponseHeaders(200, PROMISED); // a body that never comes
            exchange.close();
        } else {
            headers.forEach(exchange.getResponseHeaders()::set);
            FakeSlack.reply(exchange, status, "application/json", body);
        }
    }
}
