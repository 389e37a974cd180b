package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.nudge.Placement;
import bot.perennial.core.people.Contact;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The rules of staying in touch that several commands follow. */
final class Keep {
    private Keep() {}

    /** Starts a rhythm, counted from the last contact, or from today where there is none. */
    static Person every(Notebook notebook, Person person, Rhythm rhythm, LocalDate today) {
        var ideal = rhythm.after(person.contact().last().orElse(today));
        var next = place(notebook, person, ideal, rhythm, today);
        return person.with(person.keeping().every(rhythm, today, ideal, next));
    }

    /** Writes a contact into a person: the rhythm restarts from its date, unless a later contact is known. */
    static Person logged(
            Notebook notebook, Person person, LocalDate day, Optional<How> how, Instant at, LocalDate today) {
        var latest = person.contact().last().filter(last -> last.isAfter(day)).isEmpty();
        var met = person.with(person.contact().logged(day, how, at));
        return latest ? restarted(notebook, met, day, today) : met;
    }

    /** Puts a person's contact and rhythm right after one of their meetings was changed, moved or removed. */
    static Person recounted(Notebook notebook, Person person, LocalDate today) {
        var meetings = notebook.meetings().with(person.id(), Integer.MAX_VALUE);
        var contact = meetings.stream()
                .sorted(Comparator.comparing(Meeting::on).thenComparingLong(Meeting::id))
                .reduce(
                        Contact.NONE,
                        (sum, meeting) -> sum.logged(meeting.on(), meeting.how(), meeting.loggedAt()),
                        (one, other) -> other);
        var counted = person.with(contact);
        return contact.last()
                .map(last -> restarted(notebook, counted, last, today))
                .orElse(counted);
    }

    /** Closes promises to check in that are due; answers the other open ones. */
    static List<Promise> checkedIn(Notebook notebook, Person person, LocalDate today) {
        var open = notebook.promises().openWith(person.id());
        open.stream().filter(promise -> closes(promise, today)).forEach(promise -> notebook.promises()
                .save(promise.closed(today)));
        return open.stream().filter(promise -> !closes(promise, today)).toList();
    }

    /** The one visible next date: the earlier of the next hello and the first open promise. */
    static Optional<LocalDate> next(Notebook notebook, Person person) {
        var promise = notebook.promises().openWith(person.id()).stream()
                .map(Promise::due)
                .min(Comparator.naturalOrder());
        return promise.filter(due -> person.keeping()
                        .next()
                        .filter(next -> next.isBefore(due))
                        .isEmpty())
                .or(() -> person.keeping().next());
    }

    /** {@code Tue 19 Aug (in 2 weeks)}. */
    static String dated(LocalDate day, LocalDate today) {
        return DayWriter.weekday(day, today) + " (" + DayWriter.relative(day, today) + ")";
    }

    private static Person restarted(Notebook notebook, Person person, LocalDate from, LocalDate today) {
        var rhythm = person.keeping().rhythm();
        if (rhythm.isEmpty()) {
            return person.with(Keeping.NONE);
        }
        var ideal = rhythm.get().after(from);
        return person.with(person.keeping().placed(ideal, place(notebook, person, ideal, rhythm.get(), today)));
    }

    private static LocalDate place(Notebook notebook, Person person, LocalDate ideal, Rhythm rhythm, LocalDate today) {
        var window = rhythm.window();
        var hellos = new HashMap<>(
                notebook.people().hellos(ideal.minus(window), ideal.plus(window).plusDays(Placement.OVERFLOW_DAYS)));
        person.keeping().next().ifPresent(own -> hellos.computeIfPresent(own, (day, count) -> count - 1));
        return Placement.place(ideal, rhythm, today, notebook.member().nudge(), hellos);
    }

    private static boolean closes(Promise promise, LocalDate today) {
        return promise.kind() == Promise.Kind.CHECK_IN && !promise.due().isAfter(today);
    }
}
