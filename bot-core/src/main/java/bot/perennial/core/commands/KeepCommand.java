package bot.perennial.core.commands;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pressed after an event: up to three to stay in touch with, first within three days, then every ten weeks. */
public final class KeepCommand implements Command {
    private static final Rhythm TEN_WEEKS = new Rhythm(Period.ofWeeks(10));
    private static final int SOON_DAYS = 3;
    private static final int MOST = 3;
    private static final Option<String> CHOSEN =
            Option.words("chosen", "whom to keep").required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("keep", CHOSEN);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var today = invocation.today();
        var people = Arrays.stream(invocation.arguments().get(CHOSEN).split("\\s+"))
                .limit(MOST)
                .flatMap(id -> Phrases.read(id).flatMap(notebook.people()::find).stream())
                .toList();
        if (people.isEmpty()) {
            return new Reply.Refused(Message.of("Nobody was chosen. Everyone stays in memory."));
        }
        for (var person : people) {
            notebook.people().save(Keep.every(notebook, person, TEN_WEEKS, today));
            notebook.promises()
                    .add(person.id(), today.plusDays(SOON_DAYS), Promise.Kind.CHECK_IN, Optional.empty(), today);
        }
        var names = people.stream().map(Person::name).collect(Collectors.joining(", "));
        return new Reply.Done(
                Message.of(
                        Line.of("Keeping ")
                                .strong(names)
                                .plain(": a first hello " + Keep.dated(today.plusDays(SOON_DAYS), today) + ", then "
                                        + TEN_WEEKS.words() + "."),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
