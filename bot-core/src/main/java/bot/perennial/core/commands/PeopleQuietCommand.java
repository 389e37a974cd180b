package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Warmth;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.Comparator;

/** Shows who has grown quiet, the longest silence first; they are never hidden or deleted, only rested. */
public final class PeopleQuietCommand implements Command {
    private static final int MOST = 5;

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("people", "See who has grown quiet").word("quiet").examples("/people quiet");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var today = invocation.today();
        var quiet = notebook.people().all().stream()
                .filter(person -> Warmth.of(person, today) == Warmth.QUIET)
                .sorted(Comparator.comparing(PeopleCommand::since))
                .toList();
        if (quiet.isEmpty()) {
            return new Reply.Done(Message.of("Nobody has grown quiet. You are in touch with everyone you noted."));
        }
        var message = Message.EMPTY.heading("Quiet");
        for (var person : quiet.stream().limit(MOST).toList()) {
            message = message.entry(
                    line(person, today),
                    new Control.Button("Reached out", "/reached " + person.typed()),
                    new Control.Button("Bring them next week", "/followup " + person.typed() + " 1w"),
                    new Control.Button("Open card", "/people card " + person.typed()));
        }
        return new Reply.Done(
                quiet.size() > MOST ? message.small(Line.of("and " + (quiet.size() - MOST) + " more")) : message);
    }

    private static Line line(Person person, LocalDate today) {
        var line = Line.EMPTY.strong(person.name());
        return person.contact()
                .last()
                .map(day -> line.plain(" — " + DayWriter.length(day, today) + " since you spoke."))
                .orElseGet(() -> line.plain(
                        " — added " + DayWriter.relative(person.addedOn(), today) + ", and nothing logged since."));
    }
}
