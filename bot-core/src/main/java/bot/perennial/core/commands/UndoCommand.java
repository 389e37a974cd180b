package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Pressed under what was stored: everything is as it was before. */
public final class UndoCommand implements Command {
    /** Said after the id when the whole message tells of what is undone, and not only the button's entry. */
    static final String ALL = "all";

    private static final Option<Long> GESTURE =
            Option.of("gesture", "what to undo", new Kind.Id()).required();
    private static final Option<String> SHOWN = Option.of(
                    "shown", "what then goes", new Kind.OneOf(List.of(new Choice(ALL, "the whole message"))))
            .atTheEnd();
    /** Known to the button where someone was due, so that they stand there again. */
    private static final Option<Who> WHO = Option.of("who", "whom it was about", new Kind.Someone());

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("undo", GESTURE, SHOWN, WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return switch (notebook.history().undo(invocation.arguments().get(GESTURE), invocation.at())) {
            case RESTORED ->
                new Reply.Done(
                        Message.of("Undone. Everything is as it was before.").and(dueAgain(invocation, notebook)),
                        invocation.arguments().find(SHOWN).isPresent() ? Reply.Place.WHOLE : Reply.Place.ENTRY);
            case ALREADY -> new Reply.Refused(Message.of("That was undone already."));
            case CHANGED_SINCE ->
                new Reply.Refused(
                        Message.of("It has changed since, so I left it as it is. Undo the later change first."));
            case UNKNOWN ->
                new Reply.Refused(
                        Message.of("There is nothing left to undo: it changed nothing, or it is older than 24 hours."));
        };
    }

    /** A nudge that someone was ticked off in has them to be pressed again. */
    private static Message dueAgain(Invocation invocation, Notebook notebook) {
        var person = invocation
                .arguments()
                .find(WHO)
                .flatMap(who -> Found.one(notebook, who))
                .flatMap(Found::person);
        if (person.isEmpty()) {
            return Message.EMPTY;
        }
        var today = invocation.today();
        var due = notebook.due(today).stream()
                .filter(item -> item.personId() == person.get().id())
                .toList();
        return NudgeWords.entries(notebook.matters(due), today);
    }
}
