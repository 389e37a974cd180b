package bot.perennial.app.console;

import bot.perennial.core.command.CommandSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be typed at the console. */
final class ConsoleHelp {
    private static final String OWN = """
            Here, besides:
              1                      presses the button with that number in what was last shown
              time +2w               moves the clock, and lets what is due arrive; also time 2026-12-01T08:30
              as Ben                 speaks as another member; @ben mentions him
              quit                   leaves; your notes stay""";

    private ConsoleHelp() {}

    static String text(List<CommandSpec> specs) {
        var commands = specs.stream().flatMap(ConsoleHelp::lines).collect(Collectors.joining("\n"));
        return commands + "\n\n" + OWN;
    }

    private static Stream<String> lines(CommandSpec spec) {
        return Stream.concat(
                Stream.of(spec.usage(), "    " + spec.summary()),
                spec.examples().stream().limit(2).map(example -> "    such as " + example));
    }
}
