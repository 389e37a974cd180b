package bot.perennial.core.commands;

import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one visible next date of everyone, found with one look at the open promises. */
final class NextDates {
    private final Map<Long, LocalDate> promised = new HashMap<>();

    NextDates(Notebook notebook) {
        for (Promise promise : notebook.promises().open()) {
            promised.merge(promise.personId(), promise.due(), NextDates::earlier);
        }
    }

    /** The earlier of the next hello and the first open promise. */
    Optional<LocalDate> of(Person person) {
        var promise = Optional.ofNullable(promised.get(person.id()));
        var hello = person.keeping().next();
        return promise.flatMap(due -> hello.map(day -> earlier(due, day)))
                .or(() -> promise)
                .or(() -> hello);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
