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
 * @param backOn the first day after the last pause, for as long as what came due meanwhile is spread out; set once a
 *     pause has passed over somebody, until then the day on which it is to end
 * @param toldUnreachable whether they have been told that messages cannot reach them since the first that did not
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
        Optional<LocalDate> backOn,
        boolean toldUnreachable) {
    /** They have only just met. */
    public static final Progress NEW = new Progress(
            false, Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), 0, Pace.CHOSEN, Optional.empty(), false);

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
                true, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, backOn, toldUnreachable);
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
                backOn,
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
                backOn,
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
                backOn,
                toldUnreachable);
    }

    public Progress untouched(int times, Pace newPace) {
        return new Progress(
                offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, times, newPace, backOn, toldUnreachable);
    }

    public Progress backOn(Optional<LocalDate> day) {
        return new Progress(
                offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, day, toldUnreachable);
    }

    public Progress toldUnreachable(boolean fact) {
        return new Progress(offered, turnedOnOn, nudges, starters, nudgedOn, nudgedAt, untouched, pace, backOn, fact);
    }
}
