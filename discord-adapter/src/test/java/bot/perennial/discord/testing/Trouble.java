package bot.perennial.discord.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * How a request is answered instead of properly.
 *
 * @param status 0 for no answer at all
 * @param code Discord's own error code
 * @param retryAfter what the header of that name says, empty for none
 * @param body what stands in the answer instead of what Discord would say
 * @param accepted whether the request has its effect all the same
 */
public record Trouble(int status, int code, String retryAfter, boolean accepted, Optional<String> body) {
    public static Trouble code(int status, int code) {
        return new Trouble(status, code, "", false, Optional.empty());
    }

    public static Trouble rateLimited(int retryAfter) {
        return rateLimited(Integer.toString(retryAfter));
    }

    /** With a header that Discord would not send; empty for none. */
    public static Trouble rateLimited(String retryAfter) {
        return new Trouble(429, 0, retryAfter, false, Optional.empty());
    }

    /** It arrives, the answer does not. */
    public static Trouble answerLost() {
        return new Trouble(0, 0, "", true, Optional.empty());
    }

    /** It arrives, the answer says that it did not. */
    public static Trouble answerWrong(int status) {
        return new Trouble(status, 0, "", true, Optional.empty());
    }

    /** It arrives, and the answer is not to be understood. */
    public static Trouble answerGarbled(int status, String body) {
        return new Trouble(status, 0, "", true, Optional.of(body));
    }

    /** A page instead of an answer, as proxies send them. */
    public static Trouble page() {
        return new Trouble(200, 0, "", false, Optional.empty());
    }

    void answer(HttpExchange exchange) throws IOException {
        if (status == 0) {
            return;
        }
        if (status == 200 && body.isEmpty()) {
            send(exchange, status, "text/html", "<html><body>Service is temporarily unavailable</body></html>");
            return;
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.getResponseHeaders().add("X-RateLimit-Scope", "user");
        }
        var usual = DataObject.empty().put("code", code).put("message", "trouble");
        send(exchange, status, body.orElseGet(usual::toString));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
