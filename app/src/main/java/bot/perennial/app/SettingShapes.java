package bot.perennial.app;

import static bot.perennial.app.Setting.DISCORD_TOKEN;
import static bot.perennial.app.Setting.PERENNIAL_DATABASE_URL;
import static bot.perennial.app.Setting.PERENNIAL_ENCRYPTION_KEYSET;
import static bot.perennial.app.Setting.PERENNIAL_METRICS_TOKEN;
import static bot.perennial.app.Setting.SLACK_APP_TOKEN;
import static bot.perennial.app.Setting.SLACK_BOT_TOKEN;
import static bot.perennial.app.Setting.SLACK_SIGNING_SECRET;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What each kind of setting looks like, and what is most often put in its place. */
final class SettingShapes {
    private static final Pattern DISCORD = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Set<Setting> TOKENS =
            EnumSet.of(SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DISCORD_TOKEN);
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UNGUESSABLE = Pattern.compile("[!-~]{16,}");
    private static final Pattern SPACED = Pattern.compile(".*\\s.*", Pattern.DOTALL);

    private final Settings settings;

    SettingShapes(Settings settings) {
        this.settings = settings;
    }

    /** Notes each setting that holds another one's secret, because what is no secret there may end up in a log. */
    void misplaced() {
        Arrays.stream(Setting.values())
                .filter(setting -> !TOKENS.contains(setting))
                .forEach(setting -> settings.find(setting)
                        .flatMap(SettingShapes::home)
                        .filter(home -> home != setting)
                        .ifPresent(home -> settings.problem(setting + " holds what belongs into " + home
                                + "; move it there, and make a new one if this may have been seen.")));
    }

    Optional<String> databaseUrl() {
        var url = settings.find(PERENNIAL_DATABASE_URL);
        var lower = url.orElse("").toLowerCase(Locale.ROOT);
        if (url.isPresent() && !lower.startsWith("jdbc:mysql://") && !lower.startsWith("jdbc:mariadb://")) {
            settings.problem("PERENNIAL_DATABASE_URL is not the JDBC address of MySQL or MariaDB;"
                    + " write jdbc:mysql://HOST:3306/DATABASE.");
        } else if (lower.contains("password=") || lower.matches("jdbc:\\w+://[^/]*@.*")) {
            settings.problem("PERENNIAL_DATABASE_URL holds a password, and addresses end up in logs;"
                    + " put it into PERENNIAL_DATABASE_PASSWORD, and the user into PERENNIAL_DATABASE_USER.");
        }
        return url;
    }

    Optional<String> keyset() {
        var keyset = settings.find(PERENNIAL_ENCRYPTION_KEYSET);
        if (keyset.isPresent() && !keyset(keyset.get())) {
            settings.problem(
                    "PERENNIAL_ENCRYPTION_KEYSET is not a Tink keyset in JSON; make one with `perennial key`.");
        }
        return keyset;
    }

    Optional<String> slackBotToken() {
        return token(
                SLACK_BOT_TOKEN, "xoxb-", "copy “Bot User OAuth Token” from “OAuth & Permissions” of your Slack app");
    }

    Optional<String> slackAppToken() {
        return token(
                SLACK_APP_TOKEN,
                "xapp-",
                "make an app-level token with connections:write under “Basic Information” of your Slack app");
    }

    Optional<String> slackSigningSecret() {
        var secret = settings.find(SLACK_SIGNING_SECRET);
        var looks = secret.flatMap(SettingShapes::looksLike);
        if (looks.isPresent()) {
            settings.problem("SLACK_SIGNING_SECRET holds " + looks.get()
                    + "; copy “Signing Secret” from “Basic Information” of your Slack app.");
        } else if (secret.filter(value -> SPACED.matcher(value).matches()).isPresent()) {
            settings.problem(
                    "SLACK_SIGNING_SECRET has a space in it; copy it again from “Basic Information” of your Slack app.");
        }
        return secret;
    }

    Optional<String> metricsToken() {
        var token = settings.find(PERENNIAL_METRICS_TOKEN);
        if (token.filter(value -> !UNGUESSABLE.matcher(value).matches()).isPresent()) {
            settings.problem("PERENNIAL_METRICS_TOKEN is too easy to guess or has characters that a header can't carry;"
                    + " write 16 or more letters and digits, as `openssl rand -hex 16` prints them.");
        }
        return token;
    }

    Optional<String> discordToken() {
        var token = settings.find(DISCORD_TOKEN);
        var value = token.orElse("");
        if (value.startsWith("Bot ")) {
            settings.problem("DISCORD_TOKEN begins with “Bot ”; take that off and keep the rest.");
        } else if (token.isPresent() && !DISCORD.matcher(value).matches()) {
            var looks = looksLike(value).map(what -> "holds " + what).orElse("is not a bot token");
            settings.problem(
                    "DISCORD_TOKEN " + looks
                            + "; copy the token (three parts with dots between them) from “Bot” of your application at discord.com/developers.");
        }
        return token;
    }

    Optional<URI> address(Setting setting, String... schemes) {
        var text = settings.find(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var address = URI.create(text.get());
            if (address.getHost() != null
                    && address.getScheme() != null
                    && List.of(schemes).contains(address.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            settings.problem(setting + " is not an address; write it as " + schemes[schemes.length - 1] + "://HOST/….");
            return Optional.empty();
        }
        settings.problem(setting + " is not an address of the right kind; write it as " + schemes[schemes.length - 1]
                + "://HOST/….");
        return Optional.empty();
    }

    private Optional<String> token(Setting setting, String start, String fix) {
        var token = settings.find(setting);
        if (token.isPresent() && !token.get().startsWith(start)) {
            var looks = looksLike(token.get())
                    .map(what -> "holds " + what)
                    .orElse("is not a token that begins with " + start);
            settings.problem(setting + " " + looks + "; " + fix + ".");
        } else if (token.filter(value -> SPACED.matcher(value).matches()).isPresent()) {
            settings.problem(setting + " has a space in it; " + fix + ".");
        }
        return token;
    }

    private static boolean keyset(String value) {
        return value.startsWith("{") && value.contains("primaryKeyId");
    }

    /** Where a value belongs that can be nothing else. */
    private static Optional<Setting> home(String value) {
        if (value.startsWith("xapp-")) {
            return Optional.of(SLACK_APP_TOKEN);
        }
        if (value.startsWith("xox")) {
            return Optional.of(SLACK_BOT_TOKEN);
        }
        if (keyset(value)) {
            return Optional.of(PERENNIAL_ENCRYPTION_KEYSET);
        }
        return DISCORD.matcher(value).matches() && beginsWithAnId(value)
                ? Optional.of(DISCORD_TOKEN)
                : Optional.empty();
    }

    /** A bot token begins with the bot's id in base 64; a host of three parts does not. */
    private static boolean beginsWithAnId(String token) {
        try {
            var id = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return new String(id, StandardCharsets.ISO_8859_1).matches("\\d{15,20}");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> looksLike(String value) {
        if (value.startsWith("xapp-")) {
            return Optional.of("an app-level token, which belongs into SLACK_APP_TOKEN");
        }
        if (value.startsWith("xoxb-")) {
            return Optional.of("a bot token, which belongs into SLACK_BOT_TOKEN");
        }
        if (value.startsWith("xox")) {
            return Optional.of("another kind of Slack token");
        }
        if (DISCORD.matcher(value).matches()) {
            return Optional.of("what looks like a Discord token, which belongs into DISCORD_TOKEN");
        }
        if (keyset(value)) {
            return Optional.of("a keyset, which belongs into PERENNIAL_ENCRYPTION_KEYSET");
        }
        if (HEXADECIMAL.matcher(value).matches()) {
            return Optional.of("what looks like a Discord public key");
        }
        return Optional.empty();
    }
}
