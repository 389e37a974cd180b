package bot.perennial.core.calendar;

import static java.time.format.TextStyle.FULL;
import static java.util.Locale.ENGLISH;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/** A day of a month as it was written, with or without its year, existing or not. */
record WrittenDate(OptionalInt year, int month, int day) {

    Reading on(LocalDate today, Direction direction, Optional<DayOfWeek> weekday) {
        if (month < 1 || month > 12) {
            return new Reading.Impossible("there is no month " + month);
        }
        int nearest = year.orElseGet(() -> nearestYear(today, direction));
        if (weekday.isPresent()
                && year.isEmpty()
                && !falls(nearest, weekday.get())
                && falls(today.getYear(), weekday.get())) {
            return in(today.getYear());
        }
        return weekday.isEmpty() ? in(nearest) : agreeing(in(nearest), weekday.get());
    }

    private int nearestYear(LocalDate today, Direction direction) {
        int ahead = Integer.compare(month * 100 + day, today.getMonthValue() * 100 + today.getDayOfMonth());
        return switch (direction) {
            case FUTURE -> ahead < 0 ? today.getYear() + 1 : today.getYear();
            case PAST -> ahead > 0 ? today.getYear() - 1 : today.getYear();
        };
    }

    private boolean falls(int candidate, DayOfWeek weekday) {
        return in(candidate) instanceof Reading.Read(LocalDate date) && date.getDayOfWeek() == weekday;
    }

    /** The weekday must be right: one of the two is a slip, and only the writer knows which. */
    private static Reading agreeing(Reading reading, DayOfWeek weekday) {
        if (!(reading instanceof Reading.Read(LocalDate date)) || date.getDayOfWeek() == weekday) {
            return reading;
        }
        return new Reading.Impossible("%d %s %d is a %s"
                .formatted(
                        date.getDayOfMonth(),
                        date.getMonth().getDisplayName(FULL, ENGLISH),
                        date.getYear(),
                        date.getDayOfWeek().getDisplayName(FULL, ENGLISH)));
    }

    private Reading in(int candidate) {
        if (!Years.contain(candidate)) {
            return Years.outside();
        }
        if (!YearMonth.of(candidate, month).isValidDay(day)) {
            return new Reading.Impossible("%s %d has no %s"
                    .formatted(Month.of(month).getDisplayName(FULL, ENGLISH), candidate, ordinal(day)));
        }
        return new Reading.Read(LocalDate.of(candidate, month, day));
    }

    private static String ordinal(int number) {
        boolean teen = number % 100 / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
