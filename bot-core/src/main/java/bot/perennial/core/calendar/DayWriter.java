package bot.perennial.core.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Says a date the way people do. */
public final class DayWriter {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY_YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int TWO_WEEKS = 14;

    private DayWriter() {}

    /** {@code Fri 8 Aug}, with the year when it is not this one. */
    public static String weekday(LocalDate day, LocalDate today) {
        return day.format(day.getYear() == today.getYear() ? WEEKDAY : WEEKDAY_YEAR);
    }

    /** {@code 12 March}, with the year when it is not this one. */
    public static String prose(LocalDate day, LocalDate today) {
        return day.format(day.getYear() == today.getYear() ? DAY : DAY_YEAR);
    }

    /** {@code today}, {@code in 3 days}, {@code 9 weeks ago}. */
    public static String relative(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        return days > 0 ? "in " + length(today, day) : length(day, today) + " ago";
    }

    /** How long it is from one day to a later one: {@code 3 days}, {@code 9 weeks}, {@code 5 months}, {@code 2 years}. */
    public static String length(LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to);
        var months = ChronoUnit.MONTHS.between(from, to);
        if (days < TWO_WEEKS) {
            return count(days, "day");
        }
        if (months < 3) {
            return count(days / 7, "week");
        }
        return months < 24 ? count(months, "month") : count(months / 12, "year");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
