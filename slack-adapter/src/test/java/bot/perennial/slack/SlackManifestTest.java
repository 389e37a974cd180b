package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
    private static final List<CommandSpec> SPECS = Parrot.commands().stream()
            .map(Command::spec)
            .filter(CommandSpec::visible)
            .toList();

    @Test
    void registersEachNameOnce() {
        var twice = List.of(SPECS.getFirst(), SPECS.getFirst().word("again"), SPECS.get(1));
        var commands = manifest(SlackManifest.socket(twice, ""))
                .getAsJsonObject("features")
                .getAsJsonArray("slash_commands");

        assertThat(commands).hasSize(2);
        assertThat(commands.get(0)).isEqualTo(JsonParser.parseString("""
                {"command":"/echo","description":"Says it back","usage_hint":"hello","should_escape":true}
                """));
    }

    @Test
    void givesCommandsTheWorkspacesSuffix() {
        assertThat(SlackManifest.socket(SPECS, "acme").json()).contains("\"/echo-acme\"");
        assertThatThrownBy(() -> SlackManifest.socket(SPECS, "Acme Inc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheAddressInHttpModeOnly() {
        var settings = manifest(SlackManifest.http(SPECS, "", "https://bot.example.org/"))
                .getAsJsonObject("settings");
        assertThat(settings.get("socket_mode_enabled").getAsBoolean()).isFalse();
        assertThat(settings.getAsJsonObject("interactivity").get("request_url").getAsString())
                .isEqualTo("https://bot.example.org/slack/events");
        assertThat(SlackManifest.socket(SPECS, "").json())
                .doesNotContain("url")
                .contains("\"socket_mode_enabled\": true");
    }

    @Test
    void asksForTheFewestScopes() {
        assertThat(manifest(SlackManifest.socket(SPECS, ""))
                        .getAsJsonObject("oauth_config")
                        .toString())
                .isEqualTo("{\"scopes\":{\"bot\":[\"chat:write\",\"commands\",\"im:write\",\"users:read\"]}}");
    }

    private static JsonObject manifest(SlackManifest manifest) {
        return JsonParser.parseString(manifest.json()).getAsJsonObject();
    }
}
