package bot.perennial.core.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Period;

/** How often two people want to hear from each other: a number of days, or of months, up to ten years. */
public record Rhythm(Period every) {
    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 3653;
    private static final double DAYS_A_MONTH = 30.436875;
    private static final double WINDOW = 0.15;

    public Rhythm {
        every = every.normalized();
        long months = every.toTotalMonths();
        boolean either = months == 0 ^ every.get(DAYS) == 0;
        if (!either || every.isNegative() || months > MOST_MONTHS || every.get(DAYS) > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A rhythm is days or months, more than none, at most ten years: " + every);
        }
    }

    /** Reads what {@link #code} wrote. */
    public static Rhythm of(String code) {
        return new Rhythm(Period.parse(code));
    }

    /** The ideal day of the next contact, after one on this day. */
    public LocalDate after(LocalDate contact) {
        return contact.plus(every);
    }

    /** How far from the ideal day a hello may be moved, either way. */
    public Period window() {
        long days = Math.round(days() * WINDOW);
        return Period.ofDays(Math.clamp(days, 1, 10));
    }

    /** About how many days it is long. */
    public int days() {
        return (int) Math.round(every.get(DAYS) + every.toTotalMonths() * DAYS_A_MONTH);
    }

    /** {@code every 6 weeks}, {@code every month}, {@code every quarter}. */
    public String words() {
        int months = (int) every.toTotalMonths();
        if (months == 0) {
            return every.get(DAYS) % 7 == 0 ? counted(every.get(DAYS) / 7, "week") : counted(every.get(DAYS), "day");
        }
        if (months == 3) {
            return "every quarter";
        }
        return months % 12 == 0 ? counted(months / 12, "year") : counted(months, "month");
    }

    /** Short and stable, for storage and for command lines: {@code P6W}, {@code P3M}, {@code P10D}. */
    public String code() {
        int months = (int) every.toTotalMonths();
        if (months == 0) {
            return every.get(DAYS) % 7 == 0 ? "P" + every.get(DAYS) / 7 + "W" : "P" + every.get(DAYS) + "D";
        }
        return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "every " + unit : "every " + count + " " + unit + "s";
    }
}
