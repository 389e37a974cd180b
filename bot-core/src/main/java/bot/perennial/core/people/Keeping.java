package bot.perennial.core.people;

import bot.perennial.core.calendar.Rhythm;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a member keeps in touch with someone.
 *
 * @param rhythm how often, if they chose one
 * @param chosenOn when they chose it
 * @param ideal the day the next hello would fall on by the rhythm alone
 * @param next the day the next hello is placed on; the one visible date
 * @param resting whether hellos are left out until the member is in touch again
 */
public record Keeping(
        Optional<Rhythm> rhythm,
        Optional<LocalDate> chosenOn,
        Optional<LocalDate> ideal,
        Optional<LocalDate> next,
        boolean resting) {
    /** Just remembered. */
    public static final Keeping NONE =
            new Keeping(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Keeping every(Rhythm chosen, LocalDate today, LocalDate idealDay, LocalDate nextDay) {
        return new Keeping(Optional.of(chosen), Optional.of(today), Optional.of(idealDay), Optional.of(nextDay), false);
    }

    /** The next hello moves; the rhythm's own pattern stays. */
    public Keeping placed(LocalDate idealDay, LocalDate nextDay) {
        return new Keeping(rhythm, chosenOn, Optional.of(idealDay), Optional.of(nextDay), false);
    }

    public Keeping moved(LocalDate nextDay) {
        return new Keeping(rhythm, chosenOn, ideal, Optional.of(nextDay), resting);
    }

    public Keeping rested() {
        return new Keeping(rhythm, chosenOn, ideal, Optional.empty(), true);
    }
}
