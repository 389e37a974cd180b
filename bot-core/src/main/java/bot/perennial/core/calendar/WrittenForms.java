package bot.perennial.core.calendar;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates written out: {@code 15 aug}, {@code 2025-08-15}, {@code 15.8.}, {@code Fri 03/04/2026}. */
final class WrittenForms {
    private static final Pattern WEEKDAY_FIRST = Pattern.compile("([\\p{L}-]+)[.,]? (.+)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?:the )?(\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])? ?(?:of |de |di )?(\\p{L}+)\\.?(?:,? (?:de |of )?(\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}+)\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})(?:\\. ?(\\d{4}|\\d{2})|\\.)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?");
    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");
    private static final Pattern ORDINAL = Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)");

    private WrittenForms() {}

    static Optional<DayPhrase> read(String text) {
        if (text.chars().noneMatch(letter -> letter >= '0' && letter <= '9')) {
            return Optional.empty(); // each of them has a number, and most of what is typed is no date
        }
        var plain = text.startsWith("on ") ? text.substring(3) : text;
        var leading = WEEKDAY_FIRST.matcher(plain);
        if (leading.matches()) {
            var weekday = CalendarWords.weekday(group(leading, 1));
            if (weekday.isPresent()) {
                return date(group(leading, 2), weekday);
            }
        }
        return date(plain, Optional.empty()).or(() -> dayOfMonth(plain));
    }

    private static Optional<DayPhrase> date(String text, Optional<DayOfWeek> weekday) {
        return named(text, weekday)
                .or(() -> yearFirst(text, weekday))
                .or(() -> dotted(text, weekday))
                .or(() -> either(SLASHED.matcher(text), weekday))
                .or(() -> either(DASHED.matcher(text), weekday));
    }

    private static Optional<DayPhrase> named(String text, Optional<DayOfWeek> weekday) {
        var dayFirst = DAY_MONTH.matcher(text);
        if (dayFirst.matches()) {
            return CalendarWords.month(group(dayFirst, 2))
                    .map(month -> alone(written(dayFirst.group(3), month, group(dayFirst, 1)), weekday));
        }
        var monthFirst = MONTH_DAY.matcher(text);
        if (monthFirst.matches()) {
            return CalendarWords.month(group(monthFirst, 1))
                    .map(month -> alone(written(monthFirst.group(3), month, group(monthFirst, 2)), weekday));
        }
        return Optional.empty();
    }

    private static Optional<DayPhrase> yearFirst(String text, Optional<DayOfWeek> weekday) {
        var parts = YEAR_FIRST.matcher(text);
        return parts.matches()
                ? Optional.of(alone(written(parts.group(1), number(parts, 3), number(parts, 4)), weekday))
                : Optional.empty();
    }

    private static Optional<DayPhrase> dotted(String text, Optional<DayOfWeek> weekday) {
        var parts = DOTTED.matcher(text);
        return parts.matches()
                ? Optional.of(alone(written(parts.group(3), number(parts, 2), number(parts, 1)), weekday))
                : Optional.empty();
    }

    /** Day and month in an order that the numbers, the weekday or the writer's habit must settle. */
    private static Optional<DayPhrase> either(Matcher parts, Optional<DayOfWeek> weekday) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        var dayFirst = written(parts.group(3), number(parts, 2), number(parts, 1));
        var monthFirst = written(parts.group(3), number(parts, 1), number(parts, 2));
        if (number(parts, 2) > 12) {
            return Optional.of(alone(number(parts, 1) > 12 ? dayFirst : monthFirst, weekday));
        }
        if (number(parts, 1) > 12) {
            return Optional.of(alone(dayFirst, weekday));
        }
        return Optional.of((today, direction, order) -> switch (order) {
            case DAY_FIRST -> dayFirst.on(today, direction, weekday);
            case MONTH_FIRST -> monthFirst.on(today, direction, weekday);
            case UNKNOWN -> both(dayFirst.on(today, direction, weekday), monthFirst.on(today, direction, weekday));
        });
    }

    private static Reading both(Reading dayFirst, Reading monthFirst) {
        if (dayFirst instanceof Reading.Read(LocalDate one) && monthFirst instanceof Reading.Read(LocalDate other)) {
            return one.equals(other)
                    ? dayFirst
                    : new Reading.Ambiguous(
                            List.of(one, other).stream().sorted().toList());
        }
        return dayFirst instanceof Reading.Read ? dayFirst : monthFirst;
    }

    /** {@code the 15th}: of this month, or of the next (the last) when it is over (still ahead). */
    private static Optional<DayPhrase> dayOfMonth(String text) {
        var parts = ORDINAL.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int day = number(parts, 1);
        return Optional.of((today, direction, order) -> {
            var month =
                    switch (direction) {
                        case FUTURE -> day < today.getDayOfMonth() ? today.plusMonths(1) : today;
                        case PAST -> day > today.getDayOfMonth() ? today.minusMonths(1) : today;
                    };
            return new WrittenDate(OptionalInt.of(month.getYear()), month.getMonthValue(), day)
                    .on(today, direction, Optional.empty());
        });
    }

    private static DayPhrase alone(WrittenDate date, Optional<DayOfWeek> weekday) {
        return (today, direction, order) -> date.on(today, direction, weekday);
    }

    private static WrittenDate written(@Nullable String year, Month month, String day) {
        return written(year, month.getValue(), Integer.parseInt(day));
    }

    private static WrittenDate written(@Nullable String year, int month, int day) {
        return new WrittenDate(year == null ? OptionalInt.empty() : OptionalInt.of(fourDigits(year)), month, day);
    }

    private static int fourDigits(String year) {
        return Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(group(parts, group));
    }

    /** For groups that took part in the match. */
    private static String group(Matcher parts, int group) {
        return Objects.requireNonNull(parts.group(group));
    }
}
