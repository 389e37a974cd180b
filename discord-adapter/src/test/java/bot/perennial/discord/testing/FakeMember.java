package bot.perennial.discord.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A member at the keyboard, in a server or in the direct messages with the bot. */
public final class FakeMember {
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int MODAL = 5;
    private final FakeDiscord discord;
    private final String id;
    private final String guild;

    private DataObject latest = DataObject.empty();

    FakeMember(FakeDiscord discord, String id, String guild) {
        this.discord = discord;
        this.id = id;
        this.guild = guild;
    }

    /** What was done last arrives once more, as from a gateway that was not told in time what had arrived. */
    public void again() {
        discord.happens(latest);
    }

    private void happens(DataObject interaction) {
        latest = interaction;
        discord.happens(interaction);
    }

    /** The same member where no server is. */
    public FakeMember alone() {
        return new FakeMember(discord, id, "");
    }

    /** The same member in another server. */
    public FakeMember in(String otherGuild) {
        return new FakeMember(discord, id, otherGuild);
    }

    /** Presses a button that nobody was shown. */
    public FakeMember forges(String customId) {
        var button = DataObject.empty()
                .put("type", 2)
                .put("style", 2)
                .put("label", "forged")
                .put("custom_id", customId);
        var row = DataObject.empty()
                .put("type", 1)
                .put("components", DataArray.empty().add(button));
        var body = DataObject.empty()
                .put("flags", 1 << 15)
                .put("components", DataArray.empty().add(row));
        var message = FakePayloads.message("800", "300000000000000101", body);
        return presses("forged", new Shown(Shown.Surface.DIRECT, message, false));
    }

    /** Sends a form off that nobody was shown. */
    public FakeMember forges(String customId, Map<String, String> answers) {
        var fields = answers.keySet().stream()
                .map(field -> DataObject.empty().put("type", 4).put("custom_id", field))
                .map(field -> DataObject.empty().put("type", 18).put("component", field))
                .toList();
        var modal = DataObject.empty().put("custom_id", customId).put("components", DataArray.fromCollection(fields));
        return sends(modal, answers);
    }

    /** Sends a command such as {@code people find} with its options. */
    public FakeMember types(String path, Map<String, String> options) {
        happens(interaction(COMMAND, command(path, options, "")));
        return this;
    }

    /** Sends a command after telling which token its answers will be known by. */
    public void says(String path, Map<String, String> options, Consumer<String> token) {
        var interaction = interaction(COMMAND, command(path, options, ""));
        token.accept(interaction.getString("token"));
        happens(interaction);
    }

    /** Chooses an entry of another member's own menu. */
    public FakeMember chooses(String entry, FakeMember about) {
        var users = DataObject.empty().put(about.id, discord.user(about.id));
        happens(interaction(
                COMMAND, target(2, entry, about.id, DataObject.empty().put("users", users))));
        return this;
    }

    /** Chooses an entry of the menu of something that another member said. */
    public FakeMember chooses(String entry, FakeMember author, String said) {
        var body = DataObject.empty().put("content", said);
        var message = FakePayloads.message("700", "300000000000000101", body).put("author", discord.user(author.id));
        var messages = DataObject.empty().put("700", message);
        happens(interaction(COMMAND, target(3, entry, "700", DataObject.empty().put("messages", messages))));
        return this;
    }

    /** The labels offered while an option is typed. */
    public List<String> completes(String path, String option, String typed) {
        happens(interaction(AUTOCOMPLETE, command(path, Map.of(option, typed), option)));
        return discord.nextChoices().stream(DataArray::getObject)
                .map(choice -> choice.getString("name"))
                .toList();
    }

    /** Presses a button, or takes a list's choice, by its label. */
    public FakeMember presses(String label, Shown in) {
        var found = in.find(label);
        var data = DataObject.empty()
                .put("custom_id", found.component().getString("custom_id"))
                .put("component_type", found.component().getInt("type"))
                .put("id", found.component().getInt("id"));
        found.option().ifPresent(option -> data.put("values", DataArray.empty().add(option.getString("value"))));
        happens(interaction(COMPONENT, data).put("message", in.message()));
        return this;
    }

    /** Fills a form in and sends it off; what is not named is left empty. */
    public FakeMember sends(DataObject modal, Map<String, String> answers) {
        var fields = modal.getArray("components").stream(DataArray::getObject)
                .map(label -> label.getObject("component"))
                .map(field -> filled(field, answers.getOrDefault(field.getString("custom_id"), "")))
                .map(field -> DataObject.empty().put("type", 18).put("id", 1).put("component", field))
                .toList();
        var data = DataObject.empty()
                .put("custom_id", modal.getString("custom_id"))
                .put("components", DataArray.fromCollection(fields));
        var interaction = interaction(MODAL, data);
        modal.optObject("message").ifPresent(message -> interaction.put("message", message));
        happens(interaction);
        return this;
    }

    private static DataObject filled(DataObject field, String answer) {
        var filled = DataObject.empty()
                .put("type", field.getInt("type"))
                .put("id", 2)
                .put("custom_id", field.getString("custom_id"));
        return field.hasKey("options")
                ? filled.put("values", DataArray.fromCollection(words(answer)))
                : filled.put("value", answer);
    }

    private static List<String> words(String answer) {
        return answer.isEmpty() ? List.of() : Arrays.asList(answer.split(" ", -1));
    }

    private static DataObject command(String path, Map<String, String> options, String focused) {
        var values = new LinkedHashMap<>(options)
                .entrySet().stream()
                        .map(option -> DataObject.empty()
                                .put("name", option.getKey())
                                .put("type", 3)
                                .put("value", option.getValue())
                                .put("focused", option.getKey().equals(focused)))
                        .toList();
        var words = path.split(" ", -1);
        var given = DataArray.fromCollection(values);
        var data = DataObject.empty().put("id", "900").put("name", words[0]).put("type", 1);
        return data.put(
                "options",
                words.length == 1
                        ? given
                        : DataArray.empty()
                                .add(DataObject.empty()
                                        .put("name", words[1])
                                        .put("type", 1)
                                        .put("options", given)));
    }

    private static DataObject target(int type, String name, String target, DataObject resolved) {
        return DataObject.empty()
                .put("id", "901")
                .put("name", name)
                .put("type", type)
                .put("target_id", target)
                .put("resolved", resolved);
    }

    private DataObject interaction(int type, DataObject data) {
        return discord.interaction(id, guild, type).put("data", data);
    }
}
