package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Says what a command takes, with examples; all of it from the specs. */
public final class HelpCommand implements Command {
    private final String name;
    private final CommandSpec.Role role;

    private HelpCommand(String name, CommandSpec.Role role) {
        this.name = name;
        this.role = role;
    }

    /** One of a command's words, registered with the others. */
    static HelpCommand word(String name) {
        return new HelpCommand(name, CommandSpec.Role.NAMED);
    }

    /** Also what is answered while nothing else answers the bare name. */
    HelpCommand bare() {
        return new HelpCommand(name, CommandSpec.Role.BARE);
    }

    /** Of a command without words, which platforms could not register beside a word. */
    static HelpCommand typed(String name) {
        return new HelpCommand(name, CommandSpec.Role.BUTTON);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(name, "See how to use /" + name + ", with examples")
                .word("help")
                .examples("/" + name + " help")
                .role(role);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var specs = Commands.all().stream()
                .map(Command::spec)
                .filter(CommandSpec::visible)
                .filter(spec -> !spec.word().equals("help"))
                .toList();
        var message = Message.EMPTY.heading("/" + name);
        for (var spec : specs) {
            message = spec.name().equals(name) ? message.entry(line(spec, spec.examples())) : message;
        }
        message = message.heading("Also");
        for (var spec : specs) {
            var first = !spec.name().equals(name) && (spec.word().isEmpty() || spec.role() == CommandSpec.Role.BARE);
            message = first
                    ? message.entry(line(spec, spec.examples().stream().limit(1).toList()))
                    : message;
        }
        return new Reply.Done(
                message.small(
                        Line.of("Only you see what you type and what I answer. Whatever is stored can be undone.")),
                Reply.Place.BESIDE);
    }

    private static Line line(CommandSpec spec, List<String> examples) {
        var line = Line.EMPTY.code(spec.usage()).plain(" — " + spec.summary());
        for (var example : examples) {
            line = example.equals(spec.usage()) ? line : line.plain("\n").code(example);
        }
        return line;
    }
}
