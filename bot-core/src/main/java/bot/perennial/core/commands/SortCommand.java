package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Notebook;

/** Pressed under “Which Dana?”: what was logged goes to the one who was meant. */
public final class SortCommand implements Command {
    private static final Option<Long> UNSORTED =
            Option.of("unsorted", "who is to be told apart", new Kind.Id()).required();
    private static final Option<String> MEANT =
            Option.words("meant", "who was meant, or new").atTheEnd().required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("sort", UNSORTED, MEANT);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var unsorted =
                notebook.people().find(invocation.arguments().get(UNSORTED)).filter(Person::unsorted);
        if (unsorted.isEmpty()) {
            return new Reply.Refused(Message.of("That is sorted already."));
        }
        var meant = invocation.arguments().get(MEANT);
        if (meant.equals("new")) {
            notebook.people().save(unsorted.get().sorted());
            return done(unsorted.get(), notebook);
        }
        var known = Phrases.read(meant).flatMap(notebook.people()::find);
        if (known.isEmpty()) {
            return new Reply.Refused(Message.of("I don't find them in your notebook any more."));
        }
        notebook.meetings().with(unsorted.get().id(), Integer.MAX_VALUE).forEach(meeting -> notebook.meetings()
                .save(meeting.of(known.get().id())));
        notebook.promises().with(unsorted.get().id(), Integer.MAX_VALUE).forEach(promise -> notebook.promises()
                .save(promise.of(known.get().id())));
        notebook.people().save(Keep.recounted(notebook, known.get(), invocation.today()));
        notebook.people().forget(unsorted.get());
        return done(known.get(), notebook);
    }

    private static Reply done(Person person, Notebook notebook) {
        return new Reply.Done(
                Message.of(Line.of("Filed under ").strong(person.name()).plain("."), Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
