package bot.perennial.app;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be configured from outside, as the README lists it. */
public enum Setting {
    PERENNIAL_DATABASE_URL(
            "JDBC address of MySQL or MariaDB, such as `jdbc:mysql://db.example.org/perennial`",
            "none: the embedded database under `PERENNIAL_HOME`"),
    PERENNIAL_DATABASE_USER("the database's user", "none"),
    PERENNIAL_DATABASE_PASSWORD("that user's password", "none", true),
    PERENNIAL_HOME("data folder: the embedded database and the key made for it", "`~/.perennial`"),
    PERENNIAL_ENCRYPTION_KEYSET(
            "Tink keyset that notes are encrypted with; `perennial key` makes one",
            "with the embedded database one is made and kept in `PERENNIAL_HOME`; with any other it is required",
            true),
    SLACK_BOT_TOKEN("the workspace's bot token, `xoxb-…`", "Slack off", true),
    SLACK_APP_TOKEN("app-level token for Socket Mode, `xapp-…`", "Socket Mode off", true),
    SLACK_SIGNING_SECRET("signing secret, for HTTP mode", "HTTP mode off", true),
    SLACK_CLIENT_ID("reserved for many workspaces in one process, which is not built yet", "none"),
    SLACK_CLIENT_SECRET("reserved, as the id", "none", true),
    SLACK_API_URL("base of Slack's Web API with a trailing slash (`…/api/`), for tests and proxies", "Slack's own"),
    SLACK_RESPONSE_HOSTS("hosts that a response address may point to, separated by commas", "Slack's own"),
    DISCORD_TOKEN("bot token", "Discord off", true),
    DISCORD_API_URL(
            "base of Discord's REST API with its version (`…/api/v10/`), for tests and proxies", "Discord's own"),
    DISCORD_GATEWAY_URL("the gateway's address (`wss://…`), for tests and proxies", "Discord's own"),
    PERENNIAL_HTTP_PORT("port of Slack's HTTP mode, health and metrics; 0 takes any free one", "`3000`"),
    PERENNIAL_HTTP_HOST(
            "address to listen on", "`127.0.0.1`, or every address (`0.0.0.0`) when Slack's HTTP mode is on"),
    PERENNIAL_METRICS_TOKEN(
            "bearer token, of 16 characters or more, for reading `/metrics` from another machine",
            "metrics are shown on this machine only",
            true),
    PERENNIAL_LOG_FORMAT("`text` or `json`", "`text`");

    /** Names the file that settings are read from besides the environment. */
    static final String FILE = "PERENNIAL_CONFIG";

    private final String meaning;
    private final String unset;
    private final boolean secret;

    Setting(String meaning, String unset) {
        this(meaning, unset, false);
    }

    Setting(String meaning, String unset, boolean secret) {
        this.meaning = meaning;
        this.unset = unset;
        this.secret = secret;
    }

    /** What it is, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** What holds when it is not set. */
    public String unset() {
        return unset;
    }

    /** Whether it may also be given as a file, by its name and {@code _FILE}. */
    public boolean secret() {
        return secret;
    }

    String fileName() {
        return name() + "_FILE";
    }

    static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name)
                        || (setting.secret && setting.fileName().equals(name)))
                .findFirst();
    }
}
