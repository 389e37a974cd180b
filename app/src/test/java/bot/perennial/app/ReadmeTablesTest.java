package bot.perennial.app;

import static java.util.stream.Collectors.joining;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.commands.Commands;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadmeTablesTest {
    @Test
    void listCommandsAsTheirSpecsDescribeThem() throws IOException {
        var rows = Commands.all().stream()
                .map(Command::spec)
                .filter(CommandSpec::visible)
                .map(ReadmeTablesTest::row)
                .collect(joining());
        Documents.keep("README.md", "commands", "| Command | What it does | Such as |\n|---|---|---|\n" + rows);
    }

    @Test
    void listEverySettingWithWhatHoldsWithoutIt() throws IOException {
        var rows = Arrays.stream(Setting.values()).map(ReadmeTablesTest::row).collect(joining());
        Documents.keep("README.md", "settings", "| Variable | Meaning | When it is not set |\n|---|---|---|\n" + rows);
    }

    private static String row(CommandSpec spec) {
        return "| `" + spec.usage() + "` | " + spec.summary() + " | `"
                + spec.examples().getFirst() + "` |\n";
    }

    private static String row(Setting setting) {
        var file = setting.secret() ? ", `" + setting.fileName() + "`" : "";
        return "| `" + setting.name() + "`" + file + " | " + setting.meaning() + " | " + setting.unset() + " |\n";
    }
}
