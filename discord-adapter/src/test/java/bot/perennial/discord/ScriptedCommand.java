package bot.perennial.discord;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.util.function.Function;

/** A command that answers what a test says. */
record ScriptedCommand(CommandSpec spec, Function<Invocation, Reply> script) implements Command {
    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return script.apply(invocation);
    }
}
