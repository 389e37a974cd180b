package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;

/** Pressed to forget someone, after being asked. */
public final class ForgetCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom to forget", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("forget", WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var found = Found.one(notebook, invocation.arguments().get(WHO)).flatMap(Found::person);
        if (found.isEmpty()) {
            return Which.gone();
        }
        notebook.people().forget(found.get());
        return new Reply.Done(Message.of(
                Line.EMPTY.strong(found.get().name()).plain(" is forgotten, with everything you noted about them."),
                Phrases.undo(notebook)));
    }
}
