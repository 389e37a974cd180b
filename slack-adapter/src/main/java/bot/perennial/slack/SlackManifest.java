package bot.perennial.slack;

import bot.perennial.core.command.CommandSpec;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The app manifest to paste at Slack; its commands are those of the specs. */
public final class SlackManifest {
    private static final int LONGEST_DESCRIPTION = 100;
    private static final List<String> SCOPES = List.of("chat:write", "commands", "im:write", "users:read");

    private final List<CommandSpec> specs;
    private final String suffix;
    private final Optional<String> address;

    private SlackManifest(List<CommandSpec> specs, String suffix, Optional<String> address) {
        if (!suffix.matches("[a-z0-9_-]{0,12}")) {
            throw new IllegalArgumentException("A suffix is at most 12 small letters and digits: " + suffix);
        }
        this.specs = List.copyOf(specs);
        this.suffix = suffix.isEmpty() ? "" : "-" + suffix;
        this.address = address;
    }

    /** For Socket Mode. */
    public static SlackManifest socket(List<CommandSpec> specs, String suffix) {
        return new SlackManifest(specs, suffix, Optional.empty());
    }

    /** For HTTP mode, under an address such as {@code https://perennial.example.org}. */
    public static SlackManifest http(List<CommandSpec> specs, String suffix, String baseAddress) {
        return new SlackManifest(specs, suffix, Optional.of(baseAddress.replaceAll("/+$", "") + "/slack/events"));
    }

    public String json() {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(manifest());
    }

    private Map<String, Object> manifest() {
        var features = ordered();
        var home = ordered();
        home.put("home_tab_enabled", false);
        home.put("messages_tab_enabled", true);
        home.put("messages_tab_read_only_enabled", true);
        features.put("app_home", home);
        var bot = ordered();
        bot.put("display_name", "Perennial");
        bot.put("always_online", true);
        features.put("bot_user", bot);
        var shortcuts = shortcuts();
        if (!shortcuts.isEmpty()) {
            features.put("shortcuts", shortcuts);
        }
        features.put("slash_commands", commands());
        var manifest = ordered();
        manifest.put("display_information", display());
        manifest.put("features", features);
        manifest.put("oauth_config", Map.of("scopes", Map.of("bot", SCOPES)));
        manifest.put("settings", settings());
        return manifest;
    }

    private static Map<String, Object> display() {
        var display = ordered();
        display.put("name", "Perennial");
        display.put("description", "Remembers the people you meet, and brings them back to you at good moments.");
        display.put("background_color", "#2f5d50");
        return display;
    }

    private List<Map<String, Object>> shortcuts() {
        return SlackShortcuts.ALL.stream()
                .filter(shortcut -> specs.stream().anyMatch(spec -> spec.name().equals(shortcut.command())))
                .map(SlackManifest::shortcut)
                .toList();
    }

    private static Map<String, Object> shortcut(SlackShortcuts.Shortcut shortcut) {
        var described = ordered();
        described.put("name", shortcut.name());
        described.put("type", shortcut.type());
        described.put("callback_id", shortcut.id());
        described.put("description", shortcut.description());
        return described;
    }

    private List<Map<String, Object>> commands() {
        Map<String, Map<String, Object>> commands = new LinkedHashMap<>();
        for (var spec : specs) {
            commands.computeIfAbsent(spec.name(), name -> command(spec));
        }
        return List.copyOf(commands.values());
    }

    private Map<String, Object> command(CommandSpec spec) {
        var command = ordered();
        command.put("command", "/" + spec.name() + suffix);
        command.put("description", SafeText.label(spec.summary(), LONGEST_DESCRIPTION));
        spec.examples().stream()
                .findFirst()
                .map(example -> example.replaceFirst("^/\\S+\\s*", ""))
                .filter(hint -> !hint.isBlank())
                .ifPresent(hint -> command.put("usage_hint", SafeText.label(hint, LONGEST_DESCRIPTION)));
        command.put("should_escape", true);
        address.ifPresent(url -> command.put("url", url));
        return command;
    }

    private Map<String, Object> settings() {
        var interactivity = ordered();
        interactivity.put("is_enabled", true);
        address.ifPresent(url -> interactivity.put("request_url", url));
        var events = ordered();
        address.ifPresent(url -> events.put("request_url", url));
        events.put("bot_events", List.of("app_uninstalled", "tokens_revoked"));
        var settings = ordered();
        settings.put("interactivity", interactivity);
        settings.put("event_subscriptions", events);
        settings.put("org_deploy_enabled", false);
        settings.put("socket_mode_enabled", address.isEmpty());
        settings.put("token_rotation_enabled", false);
        return settings;
    }

    private static Map<String, Object> ordered() {
        return new LinkedHashMap<>();
    }
}
