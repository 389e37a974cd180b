package bot.perennial.app;

import java.util.ArrayList;
import java.util.List;

/** What is said once the bot serves: what is connected, and how to connect the rest. */
final class Greeting {
    private Greeting() {}

    static List<String> lines(Environment environment, int port) {
        var lines = new ArrayList<String>(environment.remarks());
        environment.slack().ifPresentOrElse(slack -> lines.add(connected(slack)), () -> lines.addAll(slack()));
        environment
                .discord()
                .ifPresentOrElse(discord -> lines.add("Discord: connecting."), () -> lines.addAll(discord()));
        lines.add("Serving. Health: http://127.0.0.1:" + port + "/readyz - stop with Ctrl+C.");
        return lines;
    }

    private static String connected(Environment.Slack slack) {
        var modes = new ArrayList<String>();
        slack.appToken().ifPresent(token -> modes.add("by Socket Mode"));
        slack.signingSecret().ifPresent(secret -> modes.add("by HTTP at /slack/events"));
        return "Slack: connecting " + String.join(" and ", modes) + ".";
    }

    private static List<String> slack() {
        return List.of(
                "To connect Slack: 1. at api.slack.com/apps, Create New App > From a manifest, and paste what"
                        + " `perennial manifest slack` prints;",
                "  2. Install to Workspace, and make an app-level token with connections:write;",
                "  3. start again with SLACK_BOT_TOKEN=xoxb-… and SLACK_APP_TOKEN=xapp-…");
    }

    private static List<String> discord() {
        return List.of(
                "To connect Discord: 1. at discord.com/developers/applications, New Application, and copy Bot > Token;",
                "  2. start again with DISCORD_TOKEN=…; 3. add it to a server by Installation > Install Link.");
    }
}
