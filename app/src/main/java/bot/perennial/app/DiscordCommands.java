package bot.perennial.app;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.commands.Commands;
import bot.perennial.discord.RegisteredCommands;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The commands that Discord has registered, compared with those of this version, and renewed. */
@Command(
        name = "commands",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "(diff | push)",
        description = "Looks at the commands that Discord has registered. A serving bot renews them itself.")
final class DiscordCommands {
    private final PrintStream output;

    DiscordCommands(PrintStream output) {
        this.output = output;
    }

    @Command(
            description =
                    "Says how Discord's commands differ (+ lacking, - too many, ~ changed); exits with 1 if they do.")
    int diff() throws IOException {
        Logging.quiet();
        var differences = registered().differences();
        differences.forEach(output::println);
        if (differences.isEmpty()) {
            output.println("Discord knows exactly the commands of this version.");
        }
        return differences.isEmpty() ? 0 : 1;
    }

    @Command(description = "Registers the commands of this version in place of all that Discord has.")
    int push() throws IOException {
        Logging.quiet();
        output.println("Registered " + registered().push() + " commands. Discord's apps may show them a minute later.");
        return 0;
    }

    private static RegisteredCommands registered() {
        var settings = Environment.ofProcess()
                .discord()
                .orElseThrow(() -> new Misconfigured(
                        List.of("DISCORD_TOKEN is needed for this; set the bot's token (Bot > Reset Token).")));
        return new RegisteredCommands(Platforms.discord(settings), specs());
    }

    private static List<CommandSpec> specs() {
        return Commands.all().stream()
                .map(bot.perennial.core.command.Command::spec)
                .filter(CommandSpec::visible)
                .toList();
    }
}
