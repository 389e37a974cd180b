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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shows everyone a member remembers: in touch, cooling and quiet, with the next dates. */
public final class PeopleCommand implements Command {
    private static final int MOST = 8;

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("people", "See whom you are in touch with, and who has grown quiet")
                .word("overview")
                .examples("/people")
                .role(CommandSpec.Role.BARE);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var today = invocation.today();
        var people = notebook.people().all();
        if (people.isEmpty()) {
            return new Reply.Done(Message.of(
                    Line.of("Nobody yet. After your next conversation: ").code("/met name - one line"),
                    new Control.Button("Name three people", "/names")));
        }
        var groups = people.stream().collect(Collectors.groupingBy(person -> Warmth.of(person, today)));
        var counts = Arrays.stream(Warmth.values())
                .map(warmth -> warmth.words() + " "
                        + groups.getOrDefault(warmth, List.of()).size())
                .collect(Collectors.joining(" · "));
        var message = Message.of(Line.EMPTY.strong(counts));
        var next = new NextDates(notebook);
        for (var warmth : Warmth.values()) {
            if (groups.containsKey(warmth)) {
                message = message.and(group(warmth, groups.get(warmth), next, today));
            }
        }
        return new Reply.Done(message);
    }

    private static Message group(Warmth warmth, List<Person> people, NextDates next, LocalDate today) {
        var shown = people.stream()
                .sorted(Comparator.comparing((Person person) -> next.of(person).orElse(LocalDate.MAX))
                        .thenComparing(PeopleCommand::since, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
        var line = Line.EMPTY;
        for (var person : shown) {
            line = line.empty() ? line : line.plain("\n");
            var coming = next.of(person)
                    .map(day -> ", next " + DayWriter.weekday(day, today))
                    .orElse("");
            line = line.strong(person.name()).plain(" — " + last(person, today) + coming);
        }
        var message = Message.EMPTY.heading(warmth.words()).entry(line, Card.menu(shown));
        var rest = people.size() - shown.size();
        if (rest == 0) {
            return message;
        }
        var more = Line.of("and " + rest + " more");
        return message.small(warmth == Warmth.QUIET ? more.plain(" · ").code("/people quiet") : more);
    }

    /** {@code 9 weeks ago}, or since when they are remembered. */
    static String last(Person person, LocalDate today) {
        return person.contact()
                .last()
                .map(day -> DayWriter.relative(day, today))
                .orElseGet(() -> "added " + DayWriter.relative(person.addedOn(), today));
    }

    static LocalDate since(Person person) {
        return person.contact().last().orElse(person.addedOn());
    }
}
