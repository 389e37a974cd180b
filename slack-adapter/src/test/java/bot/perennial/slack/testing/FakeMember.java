package bot.perennial.slack.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A member of the workspace, typing and pressing. */
public final class FakeMember {
    private final FakeSlack slack;
    private final String team;
    private final String id;

    FakeMember(FakeSlack slack, String team, String id) {
        this.slack = slack;
        this.team = team;
        this.id = id;
    }

    /** Whoever has the same id in another workspace. */
    public FakeMember in(String otherTeam) {
        return new FakeMember(slack, otherTeam, id);
    }

    /** Presses a button that nobody was shown. */
    public FakeMember forges(String line) {
        var button = FakeSlack.object("type", "button");
        button.add("text", FakeSlack.object("text", "forged"));
        button.addProperty("action_id", line);
        button.addProperty("value", line);
        var block = FakeSlack.object("type", "actions");
        block.addProperty("block_id", "e0.0.0");
        block.add("elements", array(button));
        return presses("forged", new Shown(Shown.Surface.EPHEMERAL, "", "", array(block), false));
    }

    /** Types a whole line such as {@code /met Ana}; what the acknowledgement shows, if anything, is the next message. */
    public FakeMember types(String line) {
        var words = line.split(" ", 2);
        var payload = FakeSlack.object("command", words[0]);
        payload.addProperty("text", words.length < 2 ? "" : words[1]);
        payload.addProperty("team_id", team);
        payload.addProperty("user_id", id);
        payload.addProperty("user_name", "user-" + id);
        payload.addProperty("channel_id", "C1");
        payload.addProperty("trigger_id", slack.unique("trigger-"));
        payload.addProperty("response_url", slack.responseAddress());
        var answer = slack.tell("slash_commands", payload);
        if (answer.has("text")) {
            slack.show(FakeSlack.shown(Shown.Surface.EPHEMERAL, "acknowledgement", answer));
        }
        return this;
    }

    /** Presses a button, or takes a menu's choice, by its label. */
    public FakeMember presses(String label, Shown in) {
        var found = in.find(label).orElseThrow(() -> new AssertionError("No “" + label + "” among " + in.labels()));
        var action = new JsonObject();
        action.add("type", found.element().get("type"));
        action.add("action_id", found.element().get("action_id"));
        action.addProperty("block_id", found.block());
        action.addProperty("action_ts", slack.unique("1700000000."));
        if (found.option().isEmpty()) {
            action.add("value", found.element().get("value"));
        } else if (found.element().get("type").getAsString().startsWith("multi")) {
            action.add("selected_options", array(found.option().get()));
        } else {
            action.add("selected_option", found.option().get());
        }
        var payload = interaction("block_actions");
        payload.add("actions", array(action));
        payload.addProperty("response_url", slack.responseAddress());
        var container = FakeSlack.object("type", "message");
        container.addProperty("is_ephemeral", in.surface() == Shown.Surface.EPHEMERAL);
        payload.add("container", container);
        if (in.surface() == Shown.Surface.DIRECT) { // Slack shows the bot no ephemeral message again
            var message = FakeSlack.object("text", in.text());
            message.add("blocks", in.blocks());
            payload.add("message", message);
        }
        slack.tell("interactive", payload);
        return this;
    }

    /** Sends a modal off; what is wrong comes back by field. */
    public Map<String, String> sends(JsonObject view, Map<String, String> answers) {
        var values = new JsonObject();
        answers.forEach((field, answer) -> {
            var value = FakeSlack.object("type", "plain_text_input");
            value.addProperty("value", answer);
            var block = new JsonObject();
            block.add(field, value);
            values.add(field, block);
        });
        var state = new JsonObject();
        state.add("values", values);
        var sent = view.deepCopy();
        sent.addProperty("id", slack.unique("V"));
        sent.addProperty("hash", "1.hash");
        sent.add("state", state);
        var payload = interaction("view_submission");
        payload.add("view", sent);
        var answer = slack.tell("interactive", payload);
        if (answer.has("view")) {
            slack.show(answer.getAsJsonObject("view"));
        }
        var errors = new LinkedHashMap<String, String>();
        if (answer.has("errors")) {
            answer.getAsJsonObject("errors").asMap().forEach((field, error) -> errors.put(field, error.getAsString()));
        }
        return errors;
    }

    /** Chooses a shortcut on a message that somebody wrote. */
    public FakeMember chooses(String shortcut, String author, String text) {
        var payload = interaction("message_action");
        payload.addProperty("callback_id", shortcut);
        payload.addProperty("response_url", slack.responseAddress());
        var message = FakeSlack.object("text", text);
        message.addProperty("user", author);
        payload.add("message", message);
        slack.tell("interactive", payload);
        return this;
    }

    /** Chooses a shortcut of the workspace. */
    public FakeMember chooses(String shortcut) {
        var payload = interaction("shortcut");
        payload.addProperty("callback_id", shortcut);
        slack.tell("interactive", payload);
        return this;
    }

    private JsonObject interaction(String type) {
        var payload = FakeSlack.object("type", type);
        payload.addProperty("trigger_id", slack.unique("trigger-"));
        payload.add("team", FakeSlack.object("id", team));
        var user = FakeSlack.object("id", id);
        user.addProperty("name", "user-" + id);
        payload.add("user", user);
        return payload;
    }

    private static JsonArray array(JsonObject only) {
        var array = new JsonArray();
        array.add(only);
        return array;
    }
}
