package bot.perennial.discord.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A message as a member sees it.
 *
 * @param edited whether it took the place of what the message said before
 */
public record Shown(Surface surface, DataObject message, boolean edited) {
    static final String TOKEN = "interaction_token";
    private static final int BUTTON = 2;
    private static final int SELECT = 3;
    private static final int TEXT = 10;

    /** Who sees a message. */
    public enum Surface {
        /** Only the one who made the gesture. */
        EPHEMERAL,
        /** The member whom the bot writes to. */
        DIRECT,
        /** Everybody in the channel. */
        CHANNEL
    }

    /** A control that can be pressed, and the choice it offers if it is a list. */
    record Found(DataObject component, Optional<DataObject> option) {
        String label() {
            return option.orElse(component).getString("label");
        }
    }

    /** What the gesture is known by that this answers; empty when nobody asked. */
    public String token() {
        return message.getString(TOKEN, "");
    }

    public String id() {
        return message.getString("id");
    }

    /** What it says, in Discord's markdown, one text a line. */
    public String text() {
        return components().stream()
                .filter(component -> component.getInt("type") == TEXT)
                .map(component -> component.getString("content"))
                .collect(Collectors.joining("\n"));
    }

    /** Labels of all buttons and of the choices of all lists, in reading order. */
    public List<String> labels() {
        return found().stream().map(Found::label).toList();
    }

    /** All components, the rows' own included, in reading order. */
    public List<DataObject> components() {
        var all = new ArrayList<DataObject>();
        collect(message.optArray("components").orElseGet(DataArray::empty), all);
        return all;
    }

    Found find(String label) {
        return found().stream()
                .filter(found -> found.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + label + "” among " + labels()));
    }

    private List<Found> found() {
        var all = new ArrayList<Found>();
        for (var component : components()) {
            switch (component.getInt("type")) {
                case BUTTON -> all.add(new Found(component, Optional.empty()));
                case SELECT ->
                    component.getArray("options").stream(DataArray::getObject)
                            .forEach(option -> all.add(new Found(component, Optional.of(option))));
                default -> {}
            }
        }
        return all;
    }

    private static void collect(DataArray components, List<DataObject> all) {
        components.stream(DataArray::getObject).forEach(component -> {
            all.add(component);
            component.optArray("components").ifPresent(inner -> collect(inner, all));
        });
    }
}
