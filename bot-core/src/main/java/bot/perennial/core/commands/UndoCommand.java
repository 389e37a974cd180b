package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
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

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("undo", GESTURE, SHOWN);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return switch (notebook.history().undo(invocation.arguments().get(GESTURE), invocation.at())) {
            case RESTORED ->
                new Reply.Done(
                        Message.of("Undone. Everything is as it was before."),
                        invocation.arguments().find(SHOWN).isPresent() ? Reply.Place.WHOLE : Reply.Place.ENTRY);
            case ALREADY -> new Reply.Refused(Message.of("That was undone already."));
            case CHANGED_SINCE ->
                new Reply.Refused(
                        Message.of("It has changed since, so I left it as it is. Undo the later change first."));
            case UNKNOWN -> new Reply.Refused(Message.of("That can't be undone any more: Undo works for 24 hours."));
        };
    }
}
