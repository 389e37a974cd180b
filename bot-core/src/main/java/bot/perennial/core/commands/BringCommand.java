package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;

/** Pressed to be brought a promise on its own day although that is no nudge day. */
public final class BringCommand implements Command {
    private static final Option<Long> PROMISE =
            Option.of("promise", "which promise", new Kind.Id()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("bring", PROMISE);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var promise =
                notebook.promises().find(invocation.arguments().get(PROMISE)).filter(Promise::open);
        if (promise.isEmpty()) {
            return new Reply.Refused(Message.of("That promise is closed already."));
        }
        var due = promise.get().due();
        new Bringing(notebook, invocation)
                .plan(promise.get(), due, notebook.member().nudge().time());
        return new Reply.Done(
                Message.of(
                        Line.of("Kept: I'll bring it " + Keep.dated(due, invocation.today()) + "."),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
