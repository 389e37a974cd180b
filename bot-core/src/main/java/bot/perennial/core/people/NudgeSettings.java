package bot.perennial.core.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When and how much a member wants to be nudged.
 *
 * @param cap how many people a day, 1 to 5
 * @param pausedUntil the first local date to nudge again, while paused
 * @param mondayNote whether a Monday with nothing due says so
 */
public record NudgeSettings(
        boolean on, Set<DayOfWeek> days, LocalTime time, int cap, boolean mondayNote, Optional<LocalDate> pausedUntil) {
    /** Off until the member asks for it; then weekdays at 8:30, three people. */
    public static final NudgeSettings OFF = new NudgeSettings(
            false, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30), 3, false, Optional.empty());

    public static final int FEWEST = 1;
    public static final int MOST = 5;

    public NudgeSettings {
        if (cap < FEWEST || cap > MOST || days.isEmpty()) {
            throw new IllegalArgumentException("A nudge needs a day and 1 to 5 people, not " + cap + " on " + days);
        }
        days = Set.copyOf(days);
    }

    public NudgeSettings on(boolean fact) {
        return new NudgeSettings(fact, days, time, cap, mondayNote, pausedUntil);
    }

    public NudgeSettings at(Set<DayOfWeek> newDays, LocalTime newTime) {
        return new NudgeSettings(on, newDays, newTime, cap, mondayNote, pausedUntil);
    }

    public NudgeSettings cap(int people) {
        return new NudgeSettings(on, days, time, people, mondayNote, pausedUntil);
    }

    public NudgeSettings mondayNote(boolean fact) {
        return new NudgeSettings(on, days, time, cap, fact, pausedUntil);
    }

    public NudgeSettings pausedUntil(Optional<LocalDate> day) {
        return new NudgeSettings(on, days, time, cap, mondayNote, day);
    }
}
