package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.Optional;

/** Pressed under a hello: the member was in touch today. */
public final class ReachedCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom you reached", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("reached", WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return Found.one(notebook, invocation.arguments().get(WHO))
                .flatMap(Found::person)
                .<Reply>map(person -> new Reply.Done(today(notebook, person, invocation), Reply.Place.ENTRY))
                .orElseGet(Which::gone);
    }

    /** Logs a contact of today and says when the next hello is. */
    static Message today(Notebook notebook, Person person, Invocation invocation) {
        var today = invocation.today();
        var met = Keep.logged(notebook, person, today, Optional.empty(), invocation.at(), today);
        notebook.people().save(met);
        var meeting = notebook.meetings()
                .add(met.id(), today, Optional.empty(), Optional.empty(), Optional.empty(), invocation.at());
        Keep.checkedIn(notebook, met, today);
        var next = met.keeping()
                .next()
                .map(day -> " — next hello around " + DayWriter.prose(day, today))
                .orElse("");
        var said = Message.of(
                Line.of("✓ ").strong(met.name()).plain(", today" + next + "."),
                new Control.Button("Add a note", "/edit " + Phrases.id(meeting.id())),
                Phrases.undo(notebook, person));
        return Nudging.finished(notebook, invocation, said);
    }
}
