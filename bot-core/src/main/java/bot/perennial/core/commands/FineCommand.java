package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Pressed to leave things as they are. */
public final class FineCommand implements Command {
    private static final Option<String> WHAT =
            Option.of("what", "what stays", new Kind.OneOf(List.of(new Choice("mondays", "mondays"))));

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("fine", WHAT);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var said = invocation.arguments().has(WHAT)
                ? Line.of("Mondays it is. ").code("/nudge resume").plain(" brings back your chosen days.")
                : Line.of("Fine, it stays as it is.");
        return new Reply.Done(Message.of(said), Reply.Place.ENTRY);
    }
}
