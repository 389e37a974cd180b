package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.commands.Commands;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisteredCommandsTest {
    private static final List<CommandSpec> SPECS =
            Commands.all().stream().map(Command::spec).toList();

    private final FakeDiscord discord = new FakeDiscord();

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void areNoDifferentOnceTheyWerePushed() throws IOException {
        assertThat(commands(SPECS).differences()).contains("+ /met", "+ I met them");
        assertThat(commands(SPECS).push())
                .isEqualTo(CommandRegistration.definitions(SPECS).size());
        assertThat(commands(SPECS).differences()).isEmpty();
    }

    @Test
    void differByNameAndByContent() throws IOException {
        commands(List.of(CommandSpec.of("met", "Something else"), CommandSpec.of("old", "Gone")))
                .push();
        assertThat(commands(SPECS).differences()).contains("~ /met", "- /old", "+ /followup");
    }

    @Test
    void sayWhenTheTokenIsRefused() {
        var settings = new DiscordSettings("wrong", discord.settings().apiUrl(), "");
        assertThatThrownBy(() -> new RegisteredCommands(settings, SPECS).differences())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Discord refuses DISCORD_TOKEN");
    }

    private RegisteredCommands commands(List<CommandSpec> specs) {
        return new RegisteredCommands(discord.settings(), specs);
    }
}
