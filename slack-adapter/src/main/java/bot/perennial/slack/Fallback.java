package bot.perennial.slack;

import bot.perennial.core.message.Message;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Collectors;

/** What a message says in one sentence or more, for notifications and screen readers. */
final class Fallback {
    private static final int LONGEST = 3900;

    private Fallback() {}

    static String of(Message message) {
        return escaped(message.text());
    }

    /** The same for blocks that have been drawn. */
    static String of(String blocks) {
        return escaped(JsonParser.parseString(blocks).getAsJsonArray().asList().stream()
                .filter(block ->
                        !block.getAsJsonObject().get("type").getAsString().equals("actions"))
                .map(Fallback::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        var escaped = SafeText.escaped(text, LONGEST).strip();
        return escaped.isEmpty() ? "Done." : escaped;
    }

    private static String words(JsonElement json) {
        return switch (json) {
            case JsonArray array -> array.asList().stream().map(Fallback::words).collect(Collectors.joining());
            case JsonObject object ->
                object.asMap().entrySet().stream()
                        .map(member -> member.getKey().equals("text")
                                        && member.getValue().isJsonPrimitive()
                                ? member.getValue().getAsString()
                                : words(member.getValue()))
                        .collect(Collectors.joining());
            default -> "";
        };
    }
}
