package bot.perennial.discord;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach Discord.
 *
 * @param token the bot's token
 * @param apiUrl the base of the REST API with its version and a trailing slash; empty for Discord's own
 * @param gatewayUrl the gateway's address; empty for Discord's own
 * @param starts the file that remembers when the bot connected, so that a crash loop is slowed down; empty for none
 */
public record DiscordSettings(String token, String apiUrl, String gatewayUrl, Optional<Path> starts) {
    public DiscordSettings(String token, String apiUrl, String gatewayUrl) {
        this(token, apiUrl, gatewayUrl, Optional.empty());
    }

    /** The same, with a file that remembers when the bot connected. */
    public DiscordSettings startsIn(Path file) {
        return new DiscordSettings(token, apiUrl, gatewayUrl, Optional.of(file));
    }

    public static DiscordSettings of(String token) {
        return new DiscordSettings(token, "", "");
    }

    @Override
    public String toString() {
        return "DiscordSettings[token=***, apiUrl=" + apiUrl + ", gatewayUrl=" + gatewayUrl + "]";
    }
}
