package bot.perennial.discord.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * How a request is answered instead of properly.
 *
 * @param status 0 for no answer at all
 * @param code Discord's own error code
 * @param retryAfter seconds, 0 for none
 * @param accepted whether the request has its effect all the same
 */
public record Trouble(int status, int code, int retryAfter, boolean accepted) {
    public static Trouble code(int status, int code) {
        return new Trouble(status, code, 0, false);
    }

    public static Trouble rateLimited(int retryAfter) {
        return new Trouble(429, 0, retryAfter, false);
    }

    /** It arrives, the answer does not. */
    public static Trouble answerLost() {
        return new Trouble(0, 0, 0, true);
    }

    /** It arrives, the answer says that it did not. */
    public static Trouble answerWrong(int status) {
        return new Trouble(status, 0, 0, true);
    }

    /** A page instead of an answer, as proxies send them. */
    public static Trouble page() {
        return new Trouble(200, 0, 0, false);
    }

    void answer(HttpExchange exchange) throws IOException {
        if (status == 0) {
            return;
        }
        if (status == 200) {
            send(exchange, status, "text/html", "<html><body>Service is temporarily unavailable</body></html>");
            return;
        }
        if (retryAfter > 0) {
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(retryAfter));
            exchange.getResponseHeaders().add("X-RateLimit-Scope", "user");
        }
        var body =
                DataObject.empty().put("code", code).put("message", "trouble").put("retry_after", retryAfter);
        send(exchange, status, body.toString());
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
