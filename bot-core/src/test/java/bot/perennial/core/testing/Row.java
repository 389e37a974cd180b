package bot.perennial.core.testing;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Progress;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Duties;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Paces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** One row of the memory. */
sealed interface Row {
    /** Who someone is, and what only the platforms say about them. */
    record Known(
            Account account,
            String name,
            Optional<ZoneId> hint,
            Optional<Instant> touched,
            Optional<Instant> unreachable,
            Optional<String> channel)
            implements Row {
        Known told(String newName, Optional<ZoneId> newHint) {
            return new Known(
                    account, newName.isEmpty() ? name : newName, newHint.or(() -> hint), touched, unreachable, channel);
        }

        Known touched(Instant at) {
            var latest = touched.filter(at::isBefore).orElse(at);
            return new Known(account, name, hint, Optional.of(latest), unreachable, channel);
        }

        Known unreachable(Optional<Instant> since) {
            return new Known(account, name, hint, touched, since, channel);
        }

        Known channel(String told) {
            return new Known(account, name, hint, touched, unreachable, Optional.of(told));
        }
    }

    /** What a member has chosen. */
    record Settings(Optional<ZoneId> confirmed, NudgeSettings nudge) implements Row {}

    /** How far a member has come. */
    record Steps(Progress progress) implements Row {}

    /** When a member's next nudge is planned. */
    record Next(LocalDate day, Instant at) implements Row {}

    /** Someone in a notebook. */
    record Noted(Person person) implements Row {}

    /** A logged contact. */
    record Met(Meeting meeting) implements Row {}

    /** A promise. */
    record Promised(Promise promise) implements Row {}

    /** A letter and where it stands; it is ready at or after its due instant. */
    record Posted(Letter letter, Letters.State state, Instant ready, Optional<Instant> leaseEnd, String remark)
            implements Row {
        Posted now(Letters.State changed, String newRemark) {
            return new Posted(letter, changed, ready, Optional.empty(), newRemark);
        }
    }

    /** How fast requests leave on a line. */
    record Paced(String line, Paces.Pace pace) implements Row {}

    /** Which process does a part of a task. */
    record OnDuty(String task, Duties.Duty duty) implements Row {}

    /** Until when a process is there for a task. */
    record Present(String task, String process, Instant until) implements Row {}

    /** A gesture that was stored. */
    record Told(String gesture, Instant at, Reply answer, Map<Key, Change> changes) implements Row {}

    /** Says that a gesture was undone. */
    record Undone() implements Row {}

    /** What a gesture did to a row. */
    record Change(Optional<Row> before, Optional<Row> after) {}
}
