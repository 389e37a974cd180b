package bot.perennial.slack;

import java.util.Optional;
import java.util.Set;

/**
 * How to reach one workspace.
 *
 * @param appToken opens Socket Mode
 * @param signingSecret allows HTTP mode
 * @param apiUrl base of the Web API with a trailing slash
 * @param responseHosts hosts, without ports, that a response address may point to besides Slack's own and the API's;
 *     these may do without TLS, as a test's or a proxy's on loopback do
 */
public record SlackSettings(
        Secret botToken,
        Optional<Secret> appToken,
        Optional<Secret> signingSecret,
        String apiUrl,
        Set<String> responseHosts) {
    public static final String SLACKS_OWN_API = "https://slack.com/api/";

    public SlackSettings {
        responseHosts = Set.copyOf(responseHosts);
        if (!apiUrl.endsWith("/")) {
            throw new IllegalArgumentException("Slack's API address needs a trailing slash: " + apiUrl);
        }
        if (appToken.isEmpty() && signingSecret.isEmpty()) {
            throw new IllegalArgumentException(
                    "Slack needs an app token (Socket Mode) or a signing secret (HTTP mode)");
        }
    }

    /** A value that no log ever shows. */
    public record Secret(String value) {
        @Override
        public String toString() {
            return "***";
        }
    }
}
