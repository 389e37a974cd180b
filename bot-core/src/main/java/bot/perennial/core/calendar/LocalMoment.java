package bot.perennial.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;

/** A local date and the one instant at which its hour strikes in a zone, whatever the clocks do there. */
public record LocalMoment(LocalDate day, Instant instant) {
    /** Two weeks and a day hold every weekday, even where one date was skipped; the day before may strike late. */
    private static final int HORIZON = 17;

    /**
     * The instant of a wall-clock time on a date: the first one where clocks go back, the end of the gap where they go
     * forward (which may be midnight), and none where the whole date was skipped.
     */
    public static Optional<Instant> at(LocalDate day, LocalTime time, ZoneId zone) {
        var rules = zone.getRules();
        var wall = day.atTime(time);
        var offsets = rules.getValidOffsets(wall);
        if (!offsets.isEmpty()) {
            return Optional.of(wall.toInstant(offsets.getFirst()));
        }
        var gap = rules.getTransition(wall);
        return swallows(gap, day) ? Optional.empty() : Optional.of(gap.getInstant());
    }

    /** The first moment strictly after an instant on one of these weekdays. */
    public static LocalMoment next(Instant after, Set<DayOfWeek> days, LocalTime time, ZoneId zone) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A moment needs at least one weekday");
        }
        var first = after.atZone(zone).toLocalDate().minusDays(1);
        for (var day = first; day.isBefore(first.plusDays(HORIZON)); day = day.plusDays(1)) {
            var instant = days.contains(day.getDayOfWeek()) ? at(day, time, zone) : Optional.<Instant>empty();
            if (instant.isPresent() && instant.get().isAfter(after)) {
                return new LocalMoment(day, instant.get());
            }
        }
        throw new IllegalStateException("No weekday comes within " + HORIZON + " days");
    }

    private static boolean swallows(ZoneOffsetTransition gap, LocalDate day) {
        return !gap.getDateTimeBefore().isAfter(day.atStartOfDay())
                && !gap.getDateTimeAfter().isBefore(day.plusDays(1).atStartOfDay());
    }
}
