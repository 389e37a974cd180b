package bot.perennial.core.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the bot and a member have come with each other.
 *
 * @param offered whether the nudge was offered under a log
 * @param turnedOnOn when the nudge was first turned on
 * @param nudges how many daily nudges were written to them
 * @param starters how many times they were asked whom to begin with, at most three
 * @param nudgedOn the local date of the last daily nudge
 * @param nudgedAt the instant of the last daily nudge
 * @param untouched how many nudges in a row they left alone
 * @param pace how often they are nudged at present
 * @param returning whether a pause has just ended, and they have not been welcomed back
 * @param toldUnreachable whether they have been told that messages could not reach them
 */
public record Progress(
        boolean offered,
        Optional<LocalDate> turnedOnOn,
        int nudges,
        int starters,
        Optional<LocalDate> nudgedOn,
        Optional<Instant> nudgedAt,
        int untouched,
        Pace pace,
        boolean returning,
        boolean toldUnreachable) {
    /** They have only just met. */
    public static final Progress NEW = new Progress(
            false, Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), 0, Pace.CHOSEN, false, false);

    /** How often someone is nudged who leaves nudges alone. */
    public enum Pace {
        /** On the days they chose. */
        CHOSEN,
        /** Mondays only, after five untouched mornings. */
        MONDAYS,
        /** Not at all until they speak, after four untouched Mondays. */
        SILENT
    }

    public Progress nudgeOffered() {
        return new Progress(
                true, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, returning, toldUnreachable);
    }

    public Progress turnedOn(LocalDate day) {
        return new Progress(
                true,
                turnedOnOn.or(() -> Optional.of(day)),
                nudges,
                starters,
                nudgedOn,
                nudgedAt,
                0,
                Pace.CHOSEN,
                returning,
                toldUnreachable);
    }

    public Progress nudged(LocalDate day, Instant at) {
        return new Progress(
                offered,
                turnedOnOn,
                nudges + 1,
                starters,
                Optional.of(day),
                Optional.of(at),
                untouched,
                pace,
                false,
                toldUnreachable);
    }

    public Progress started() {
        return new Progress(
                offered,
                turnedOnOn,
                nudges,
                starters + 1,
                nudgedOn,
                nudgedAt,
                untouched,
                pace,
                returning,
                toldUnreachable);
    }

    public Progress untouched(int times, Pace newPace) {
        return new Progress(
                offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, times, newPace, returning, toldUnreachable);
    }

    public Progress returning(boolean fact) {
        return new Progress(
                offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, fact, toldUnreachable);
    }

    public Progress toldUnreachable(boolean fact) {
        return new Progress(
                offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, returning, fact);
    }
}
