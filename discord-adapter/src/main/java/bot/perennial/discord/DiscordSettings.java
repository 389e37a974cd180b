package bot.perennial.discord;

/**
 * How to reach Discord.
 *
 * @param token the bot's token
 * @param apiUrl the base of the REST API with its version and a trailing slash; empty for Discord's own
 * @param gatewayUrl the gateway's address; empty for Discord's own
 */
public record DiscordSettings(String token, String apiUrl, String gatewayUrl) {
    public static DiscordSettings of(String token) {
        return new DiscordSettings(token, "", "");
    }

    @Override
    public String toString() {
        return "DiscordSettings[token=***, apiUrl=" + apiUrl + ", gatewayUrl=" + gatewayUrl + "]";
    }
}
