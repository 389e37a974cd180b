package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;

/** Pressed to leave things as they are. */
public final class FineCommand implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.button("fine");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return new Reply.Done(Message.of("Fine, it stays as it is."), Reply.Place.ENTRY);
    }
}
