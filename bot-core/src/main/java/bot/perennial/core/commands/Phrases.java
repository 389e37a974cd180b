package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Wordings that several answers share. */
final class Phrases {
    private static final int LONGEST_LABEL = 75;

    private Phrases() {}

    static String id(long id) {
        return Long.toString(id, Character.MAX_RADIX);
    }

    /** Reads what {@link #id} wrote; empty for anything else. */
    static Optional<Long> read(String id) {
        try {
            return Optional.of(Long.parseLong(id, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Control.Button undo(Notebook notebook) {
        return new Control.Button("Undo", "/undo " + id(notebook.gesture()));
    }

    /** Under what was done about someone who was due: undone, they are brought back with their buttons. */
    static Control.Button undo(Notebook notebook, Person person) {
        return new Control.Button("Undo", "/undo " + id(notebook.gesture()) + " who:" + person.typed());
    }

    /** For a message that tells of one gesture in several entries. */
    static Control.Button undoAll(Notebook notebook) {
        return new Control.Button("Undo", "/undo " + id(notebook.gesture()) + " " + UndoCommand.ALL);
    }

    /** Under what was typed the whole message tells of the gesture; under what was pressed only the entry does. */
    static Control.Button undo(Notebook notebook, Invocation invocation) {
        return invocation.typed().isBlank() ? undo(notebook) : undoAll(notebook);
    }

    /** A menu of dates to move someone's next hello to. */
    static Control.Menu change(Person person) {
        return change("Change", day -> "/followup " + person.typed() + " later " + day);
    }

    /** A menu of dates to move a promise to, this one and no other of the same person. */
    static Control.Menu change(Person person, Promise promise) {
        return change(
                "Change date", day -> "/promise " + id(promise.id()) + " when:\"" + day + "\" who:" + person.typed());
    }

    private static Control.Menu change(String label, UnaryOperator<String> line) {
        return new Control.Menu(
                label,
                List.of(
                        new Control.Button("Tomorrow", line.apply("tomorrow")),
                        new Control.Button("Next week", line.apply("next week")),
                        new Control.Button("In 2 weeks", line.apply("2w")),
                        new Control.Button("Next month", line.apply("1m")),
                        new Control.Button("In 3 months", line.apply("3m"))));
    }

    /** {@code today (Tue 5 Aug)}, {@code 11 days ago (Fri 25 Jul)}. */
    static String day(LocalDate day, LocalDate today) {
        return DayWriter.relative(day, today) + " (" + DayWriter.weekday(day, today) + ")";
    }

    /** {@code at Blue Bottle, today (Tue 5 Aug)}. */
    static String meeting(Meeting meeting, LocalDate today) {
        var place = meeting.where().map(where -> "at " + where + ", ").orElse("");
        var way = meeting.how()
                .filter(how -> meeting.where().isEmpty())
                .map(how -> how.said() + ", ")
                .orElse("");
        return place + way + day(meeting.on(), today);
    }

    static Line promised(String you, Promise promise, LocalDate today) {
        var line = Line.of(you + " had promised ");
        var about = promise.about()
                .map(words -> line.quote(words).plain(" for "))
                .orElseGet(() -> line.plain("to " + promise.kind().action() + " on "));
        return about.plain(DayWriter.weekday(promise.due(), today) + ".");
    }

    /** {@code Dana Ortiz · fintech, met 3×}, to tell two people of the same name apart. */
    static String told(Person person) {
        var facts = new ArrayList<String>();
        person.profile().tags().stream().findFirst().ifPresent(facts::add);
        facts.add("met " + person.contact().times() + "×");
        return person.name() + " · " + String.join(", ", facts);
    }

    static String label(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }

    static String ordinal(int number) {
        var teens = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teens ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
