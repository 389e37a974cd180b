package bot.perennial.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as a member sees it.
 *
 * @param replaces whether it took the place of the message before
 */
public record Shown(Surface surface, String where, String text, JsonArray blocks, boolean replaces) {
    /** Who sees a message. */
    public enum Surface {
        /** The one who made the gesture. */
        EPHEMERAL,
        /** The member whom the bot writes to. */
        DIRECT
    }

    /** A control that can be pressed, with the block it stands in. */
    record Found(String block, JsonObject element, Optional<JsonObject> option) {}

    /** Labels of all buttons and menu options, in reading order. */
    public List<String> labels() {
        return found().stream()
                .map(found -> label(found.option().orElse(found.element())))
                .toList();
    }

    Optional<Found> find(String label) {
        return found().stream()
                .filter(found -> label(found.option().orElse(found.element())).equals(label))
                .findFirst();
    }

    private List<Found> found() {
        var all = new ArrayList<Found>();
        for (JsonElement block : blocks) {
            var object = block.getAsJsonObject();
            if (!object.get("type").getAsString().equals("actions")) {
                continue;
            }
            for (JsonElement element : object.getAsJsonArray("elements")) {
                var control = element.getAsJsonObject();
                var id = object.get("block_id").getAsString();
                if (control.has("options")) {
                    for (JsonElement option : control.getAsJsonArray("options")) {
                        all.add(new Found(id, control, Optional.of(option.getAsJsonObject())));
                    }
                } else {
                    all.add(new Found(id, control, Optional.empty()));
                }
            }
        }
        return all;
    }

    private static String label(JsonObject control) {
        return control.getAsJsonObject("text").get("text").getAsString();
    }
}
