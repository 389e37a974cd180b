package bot.perennial.core.nudge;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.people.NudgeSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Places a hello near its ideal day so that no morning gets crowded: a rhythm is a window, not a day. */
public final class Placement {
    /** How far past its window a hello may move when every day in it is full. */
    public static final int OVERFLOW_DAYS = 90;

    private Placement() {}

    /**
     * The day in the window around the ideal one, and on a day of the member's, that is closest and has room; past the
     * window where there is none.
     *
     * @param hellos how many are placed on each day already
     */
    public static LocalDate place(
            LocalDate ideal, Rhythm rhythm, LocalDate today, NudgeSettings settings, Map<LocalDate, Integer> hellos) {
        var window = rhythm.window();
        var first = later(ideal.minus(window), today.plusDays(1));
        var wanted = later(ideal, first);
        return free(wanted, first, wanted.plus(window), settings, hellos)
                .or(() -> free(
                        wanted.plus(window), wanted.plus(window), wanted.plusDays(OVERFLOW_DAYS), settings, hellos))
                .orElse(wanted);
    }

    private static Optional<LocalDate> free(
            LocalDate wanted, LocalDate from, LocalDate to, NudgeSettings settings, Map<LocalDate, Integer> hellos) {
        return LongStream.rangeClosed(from.toEpochDay(), to.toEpochDay())
                .mapToObj(LocalDate::ofEpochDay)
                .filter(day -> settings.days().contains(day.getDayOfWeek()))
                .filter(day -> hellos.getOrDefault(day, 0) < settings.cap())
                .min(Comparator.<LocalDate>comparingLong(day -> Math.abs(day.toEpochDay() - wanted.toEpochDay()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
