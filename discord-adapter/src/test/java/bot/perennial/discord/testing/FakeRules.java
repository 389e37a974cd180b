package bot.perennial.discord.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The rules of Discord's messages that a bot can break. */
final class FakeRules {
    private static final int COMPONENTS_V2 = 1 << 15;
    private static final int EPHEMERAL = 1 << 6;

    private FakeRules() {}

    static List<String> broken(Shown shown, DataObject body) {
        var broken = new ArrayList<String>();
        if ((body.getInt("flags", 0) & COMPONENTS_V2) == 0) {
            broken.add("components without their flag");
        }
        if (body.optObject("allowed_mentions")
                .flatMap(mentions -> mentions.optArray("parse"))
                .filter(DataArray::isEmpty)
                .isEmpty()) {
            broken.add("mentions are not switched off");
        }
        if (shown.components().size() > 40) {
            broken.add("more than 40 components");
        }
        if (shown.components().isEmpty()) {
            broken.add("an empty message");
        }
        if (shown.text().length() > 4100) {
            broken.add("more than 4,000 characters");
        }
        if (shown.surface() == Shown.Surface.CHANNEL) {
            broken.add("everybody sees it");
        }
        var ids = new HashSet<String>();
        for (var component : shown.components()) {
            var id = component.getString("custom_id", "");
            if (component.hasKey("custom_id") && (id.isEmpty() || id.length() > 100 || !ids.add(id))) {
                broken.add("custom id " + id + " is too long or there twice");
            }
            if (component.getInt("type") == 1) {
                row(component, broken);
            }
        }
        return broken;
    }

    static Shown.Surface surface(DataObject body) {
        return (body.getInt("flags", 0) & EPHEMERAL) == 0 ? Shown.Surface.CHANNEL : Shown.Surface.EPHEMERAL;
    }

    private static void row(DataObject row, List<String> broken) {
        var inner = row.getArray("components");
        var selects = inner.stream(DataArray::getObject)
                .filter(part -> part.getInt("type") == 3)
                .count();
        if (inner.isEmpty() || inner.length() > 5 || (selects > 0 && inner.length() > 1)) {
            broken.add("a row of " + inner.length() + " with " + selects + " lists");
        }
    }
}
