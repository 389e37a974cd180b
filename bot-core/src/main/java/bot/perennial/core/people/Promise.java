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
        CHECK_IN("check-in", "check in"),
        THANK("thank", "say thank you"),
        SHARE("share", "share something"),
        CONGRATULATE("congratulate", "congratulate them"),
        INTRODUCE("introduce", "introduce them"),
        LEAD("lead", "pass on a job lead"),
        ASK("ask", "ask");

        private final String word;
        private final String action;

        Kind(String word, String action) {
            this.word = word;
            this.action = action;
        }

        /** What is to be done, when nothing more is said about it. */
        public String action() {
            return action;
        }

        /** What is typed for it. */
        public String word() {
            return word;
        }
    }
}
