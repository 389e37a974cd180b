package bot.perennial.app;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command with a fault, which repeats in its exception what it was told, as faults do. */
record BrokenCommand(AtomicBoolean earlier) implements Command {
    private static final Option<String> TEXT =
            Option.words("text", "what to break with").required();

    /** Broken where it is carried out; and where it is looked for, once it was told to be broken earlier. */
    BrokenCommand() {
        this(new AtomicBoolean());
    }

    @Override
    public CommandSpec spec() {
        if (earlier.get()) {
            throw new IllegalStateException("no description of axolotl");
        }
        return CommandSpec.of("boom", "Breaks", TEXT);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var text = invocation.arguments().get(TEXT);
        throw new IllegalStateException("broken by " + text, new IllegalArgumentException(text));
    }
}
