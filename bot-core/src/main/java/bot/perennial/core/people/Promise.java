package bot.perennial.core.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something a member means to do for or with someone on a date.
 *
 * @param due the date in the member's zone; it has no zone of its own
 * @param closedOn when it was done or dropped; open while empty
 */
public record Promise(
        long id,
        long personId,
        LocalDate due,
        Kind kind,
        Optional<String> about,
        LocalDate madeOn,
        Optional<LocalDate> closedOn) {

    public boolean open() {
        return closedOn.isEmpty();
    }

    public Promise moved(LocalDate day) {
        return new Promise(id, personId, day, kind, about, madeOn, closedOn);
    }

    public Promise of(long person) {
        return new Promise(id, person, due, kind, about, madeOn, closedOn);
    }

    public Promise closed(LocalDate day) {
        return new Promise(id, personId, due, kind, about, madeOn, Optional.of(day));
    }

    /** What sort of promise it is. */
    public enum Kind {
        CHECK_IN("check-in"),
        THANK("thank"),
        SHARE("share"),
        CONGRATULATE("congratulate"),
        INTRODUCE("introduce"),
        LEAD("lead"),
        ASK("ask");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What is typed for it. */
        public String word() {
            return word;
        }
    }
}
