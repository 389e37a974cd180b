package bot.perennial.slack.testing;

import bot.perennial.slack.testing.FakeSlack.Call;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads calls of the Web API, which come as forms from the SDK and as JSON from ourselves. */
final class Calls {
    private Calls() {}

    static Call read(String method, HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(value -> value.replace("Bearer ", ""))
                .orElse("");
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        return new Call(method, "application/json; charset=utf-8".equals(type) ? json(body) : form(body), token);
    }

    private static Map<String, String> json(String body) {
        Map<String, String> arguments = new HashMap<>();
        JsonParser.parseString(body)
                .getAsJsonObject()
                .asMap()
                .forEach((name, value) ->
                        arguments.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString()));
        return arguments;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (var pair : body.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
