package bot.perennial.app.faults;

import bot.perennial.core.people.Account;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.FakeMember;
import bot.perennial.slack.testing.FakeSlack;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How a member is heard on their platform. */
sealed interface Voice {
    Account account();

    /** Brings a gesture to the bot: the same gesture, however often it is brought. Its answers find it by themselves. */
    void bring(Asked asked);

    /** A member of the Slack workspace. */
    record Slack(FakeSlack slack, String user, Map<String, Asked> awaiting, Map<Asked, JsonObject> payloads)
            implements Voice {
        Slack(FakeSlack slack, String user, Map<String, Asked> awaiting) {
            this(slack, user, awaiting, new ConcurrentHashMap<>());
            slack.member(user, "Member " + user, "UTC", "en-GB");
        }

        @Override
        public Account account() {
            return new Account("slack", FakeSlack.TEAM, user);
        }

        @Override
        public void bring(Asked asked) {
            var payload = payloads.computeIfAbsent(asked, this::payload);
            asked.bring();
            try {
                var answer = slack.tell("slash_commands", payload);
                if (answer.has("text")) {
                    asked.answered(answer.get("text").getAsString());
                }
            } catch (AssertionError unheard) {
                // the bot has died; Slack shows an error of its own
            }
        }

        private JsonObject payload(Asked asked) {
            var name = asked.path.split(" ", 2);
            var payload = new JsonObject();
            var address = slack.responseAddress();
            awaiting.put(address.replaceFirst("^http://[^/]*", ""), asked);
            payload.addProperty("command", "/" + name[0]);
            payload.addProperty("text", name.length == 1 ? asked.text : name[1] + " " + asked.text);
            payload.addProperty("team_id", FakeSlack.TEAM);
            payload.addProperty("user_id", user);
            payload.addProperty("user_name", user);
            payload.addProperty("channel_id", "C1");
            payload.addProperty("trigger_id", slack.unique("trigger-"));
            payload.addProperty("response_url", address);
            return payload;
        }
    }

    /** A member of the Discord server. */
    record Discord(
            FakeDiscord discord, String user, FakeMember member, Map<String, Asked> awaiting, Map<Asked, String> tokens)
            implements Voice {
        private static final Pattern OPTION = Pattern.compile("(\\w+):(?:\"([^\"]*)\"|(\\S+))");

        Discord(FakeDiscord discord, String user, Map<String, Asked> awaiting) {
            this(discord, user, discord.as(user, "Member " + user), awaiting, new ConcurrentHashMap<>());
        }

        @Override
        public Account account() {
            return new Account("discord", FakeDiscord.GUILD, user);
        }

        @Override
        public void bring(Asked asked) {
            asked.bring();
            synchronized (asked) { // it is one gesture, even when it is brought twice at once
                if (tokens.containsKey(asked)) {
                    discord.again(tokens.getOrDefault(asked, ""));
                } else {
                    member.says(asked.path, options(asked.text), token -> {
                        tokens.put(asked, token);
                        awaiting.put(token, asked);
                    });
                }
            }
        }

        private static Map<String, String> options(String text) {
            var options = new LinkedHashMap<String, String>();
            var found = OPTION.matcher(text);
            while (found.find()) {
                options.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
            }
            return options;
        }
    }
}
