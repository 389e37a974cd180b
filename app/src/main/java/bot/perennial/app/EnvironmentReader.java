package bot.perennial.app;

import static bot.perennial.app.Setting.DISCORD_API_URL;
import static bot.perennial.app.Setting.DISCORD_GATEWAY_URL;
import static bot.perennial.app.Setting.DISCORD_TOKEN;
import static bot.perennial.app.Setting.PERENNIAL_DATABASE_PASSWORD;
import static bot.perennial.app.Setting.PERENNIAL_DATABASE_URL;
import static bot.perennial.app.Setting.PERENNIAL_DATABASE_USER;
import static bot.perennial.app.Setting.PERENNIAL_ENCRYPTION_KEYSET;
import static bot.perennial.app.Setting.PERENNIAL_HOME;
import static bot.perennial.app.Setting.PERENNIAL_HTTP_HOST;
import static bot.perennial.app.Setting.PERENNIAL_HTTP_PORT;
import static bot.perennial.app.Setting.PERENNIAL_LOG_FORMAT;
import static bot.perennial.app.Setting.SLACK_API_URL;
import static bot.perennial.app.Setting.SLACK_APP_TOKEN;
import static bot.perennial.app.Setting.SLACK_BOT_TOKEN;
import static bot.perennial.app.Setting.SLACK_CLIENT_ID;
import static bot.perennial.app.Setting.SLACK_CLIENT_SECRET;
import static bot.perennial.app.Setting.SLACK_RESPONSE_HOSTS;
import static bot.perennial.app.Setting.SLACK_SIGNING_SECRET;

import bot.perennial.app.Environment.DatabaseAddress;
import bot.perennial.app.Environment.Discord;
import bot.perennial.app.Environment.Http;
import bot.perennial.app.Environment.LogFormat;
import bot.perennial.app.Environment.Slack;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes an environment of raw settings, noting everything that can't be right before giving up. */
final class EnvironmentReader {
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]+");
    private static final int LAST_PORT = 65535;

    private final Settings settings;
    private final SettingShapes shapes;
    private final List<String> remarks = new ArrayList<>();

    EnvironmentReader(Settings settings) {
        this.settings = settings;
        this.shapes = new SettingShapes(settings);
    }

    Environment read() {
        var home = home();
        var database = database();
        var keyset = keyset();
        var slack = slack();
        var discord = discord();
        var http = http(settings.given(SLACK_SIGNING_SECRET));
        var logFormat = logFormat();
        shapes.misplaced();
        if (!settings.problems().isEmpty()) {
            throw new Misconfigured(settings.problems());
        }
        return new Environment(home, database, keyset, slack, discord, http, logFormat, remarks);
    }

    private Path home() {
        var user = Path.of(System.getProperty("user.home"));
        var named = settings.find(PERENNIAL_HOME).orElse("~/.perennial");
        try {
            return named.startsWith("~/")
                    ? user.resolve(named.substring(2))
                    : Path.of(named).toAbsolutePath();
        } catch (InvalidPathException e) {
            settings.problem("PERENNIAL_HOME is not a path; name a folder, or unset it for ~/.perennial.");
            return user;
        }
    }

    private Optional<DatabaseAddress> database() {
        if (!settings.given(PERENNIAL_DATABASE_URL)) {
            Stream.of(PERENNIAL_DATABASE_USER, PERENNIAL_DATABASE_PASSWORD)
                    .filter(settings::given)
                    .forEach(
                            setting -> settings.problem(
                                    setting
                                            + " is set without PERENNIAL_DATABASE_URL; set that too, or unset this for the embedded database."));
            return Optional.empty();
        }
        var url = shapes.databaseUrl();
        var userInAddress = url.filter(address -> address.contains("user=")).isPresent();
        if (!settings.given(PERENNIAL_DATABASE_USER) && !userInAddress) {
            settings.problem(
                    "PERENNIAL_DATABASE_URL is set without PERENNIAL_DATABASE_USER; set the user to connect as.");
        }
        if (!settings.given(PERENNIAL_ENCRYPTION_KEYSET)) {
            settings.problem("PERENNIAL_ENCRYPTION_KEYSET is needed with a database of your own;"
                    + " make one with `perennial key`, and keep a copy apart from the database.");
        }
        var user = settings.find(PERENNIAL_DATABASE_USER).orElse("");
        var password = new Secret(settings.find(PERENNIAL_DATABASE_PASSWORD).orElse(""));
        return url.map(address -> new DatabaseAddress(address, user, password));
    }

    private Optional<Secret> keyset() {
        return shapes.keyset().map(Secret::new);
    }

    private Optional<Slack> slack() {
        var botToken = shapes.slackBotToken();
        var appToken = shapes.slackAppToken();
        var signingSecret = shapes.slackSigningSecret();
        var api = shapes.address(SLACK_API_URL, "http", "https");
        api.filter(address -> !address.getPath().endsWith("/"))
                .ifPresent(address ->
                        settings.problem("SLACK_API_URL must end with a slash, such as https://slack.com/api/."));
        var responseHosts = responseHosts();
        client();
        if (!settings.given(SLACK_BOT_TOKEN)) {
            Stream.of(SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET)
                    .filter(settings::given)
                    .forEach(
                            setting -> settings.problem(
                                    setting
                                            + " is set without SLACK_BOT_TOKEN; set the token under “OAuth & Permissions” of your Slack app (xoxb-…)."));
        } else if (!settings.given(SLACK_APP_TOKEN) && !settings.given(SLACK_SIGNING_SECRET)) {
            settings.problem("SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN (Socket Mode)"
                    + " or SLACK_SIGNING_SECRET (HTTP mode); set one of them.");
        }
        return botToken.map(token -> new Slack(
                new Secret(token), appToken.map(Secret::new), signingSecret.map(Secret::new), api, responseHosts));
    }

    private void client() {
        if (settings.given(SLACK_CLIENT_ID) != settings.given(SLACK_CLIENT_SECRET)) {
            settings.problem("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together; set both, or neither.");
        } else if (settings.given(SLACK_CLIENT_ID)) {
            remarks.add(
                    "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are not used yet: this version serves the one workspace"
                            + " of SLACK_BOT_TOKEN.");
        }
    }

    private Set<String> responseHosts() {
        var hosts = settings.find(SLACK_RESPONSE_HOSTS).stream()
                .flatMap(all -> Stream.of(all.split(",", -1)))
                .map(String::strip)
                .toList();
        if (hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
            settings.problem("SLACK_RESPONSE_HOSTS is not a list of hosts; write names only, such as hooks.slack.com,"
                    + " with commas between them.");
            return Set.of();
        }
        return Set.copyOf(hosts);
    }

    private Optional<Discord> discord() {
        var token = shapes.discordToken();
        var api = shapes.address(DISCORD_API_URL, "http", "https");
        var gateway = shapes.address(DISCORD_GATEWAY_URL, "ws", "wss");
        if (!settings.given(DISCORD_TOKEN)) {
            Stream.of(DISCORD_API_URL, DISCORD_GATEWAY_URL)
                    .filter(settings::given)
                    .forEach(setting -> settings.problem(
                            setting + " is set without DISCORD_TOKEN; set the token too, or unset this."));
        }
        return token.map(value -> new Discord(new Secret(value), api, gateway));
    }

    private Http http(boolean slackByHttp) {
        var host = settings.find(PERENNIAL_HTTP_HOST).orElse(slackByHttp ? "0.0.0.0" : "127.0.0.1");
        if (!HOST.matcher(host).matches()) {
            settings.problem("PERENNIAL_HTTP_HOST is not a host; write an address of this machine, such as 127.0.0.1.");
        }
        var port = settings.find(PERENNIAL_HTTP_PORT).orElse("3000");
        var number = PORT.matcher(port).matches() ? Integer.parseInt(port) : LAST_PORT + 1;
        if (number > LAST_PORT) {
            settings.problem("PERENNIAL_HTTP_PORT is not a port; write a number from 0 to 65535, such as 3000.");
        }
        return new Http(host, number, shapes.metricsToken().map(Secret::new));
    }

    private LogFormat logFormat() {
        var named = settings.find(PERENNIAL_LOG_FORMAT).orElse("text");
        if (named.equals("json")) {
            return LogFormat.JSON;
        }
        if (!named.equals("text")) {
            settings.problem("PERENNIAL_LOG_FORMAT is neither of its two values; write text or json.");
        }
        return LogFormat.TEXT;
    }
}
