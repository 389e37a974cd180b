package bot.perennial.core.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstDayOfNextMonth;
import static java.time.temporal.TemporalAdjusters.firstDayOfNextYear;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.Map.entry;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Days that have a name of their own: {@code tomorrow}, {@code next week}, {@code end of quarter}. */
final class Landmarks {
    private static final Map<String, UnaryOperator<LocalDate>> NAMED = Map.ofEntries(
            entry("today", today -> today),
            entry("tonight", today -> today),
            entry("tomorrow", today -> today.plusDays(1)),
            entry("yesterday", today -> today.minusDays(1)),
            entry("day after tomorrow", today -> today.plusDays(2)),
            entry("day before yesterday", today -> today.minusDays(2)),
            entry("next week", today -> today.with(next(MONDAY))),
            entry("next month", today -> today.with(firstDayOfNextMonth())),
            entry("next quarter", today -> quarterEnd(today).plusDays(1)),
            entry("next year", today -> today.with(firstDayOfNextYear())),
            entry("last week", today -> today.minusWeeks(1)),
            entry("last month", today -> today.minusMonths(1)),
            entry("last year", today -> today.minusYears(1)),
            entry("eow", Landmarks::weekEnd),
            entry("end of week", Landmarks::weekEnd),
            entry("end of next week", today -> today.with(next(MONDAY)).with(next(FRIDAY))),
            entry("eom", today -> today.with(lastDayOfMonth())),
            entry("end of month", today -> today.with(lastDayOfMonth())),
            entry("end of next month", today -> today.plusMonths(1).with(lastDayOfMonth())),
            entry("end of last month", today -> today.minusMonths(1).with(lastDayOfMonth())),
            entry("eoq", Landmarks::quarterEnd),
            entry("end of quarter", Landmarks::quarterEnd),
            entry("end of next quarter", today -> quarterEnd(quarterEnd(today).plusDays(1))),
            entry("eoy", today -> today.with(lastDayOfYear())),
            entry("end of year", today -> today.with(lastDayOfYear())),
            entry("end of next year", today -> today.plusYears(1).with(lastDayOfYear())));

    private static final Pattern END_OF_THE = Pattern.compile("^end of (?:the|this) ");

    private Landmarks() {}

    static Optional<DayPhrase> read(String text) {
        var plain = text.startsWith("the day ")
                ? text.substring("the ".length())
                : END_OF_THE.matcher(text).replaceFirst("end of ");
        return Optional.ofNullable(NAMED.get(plain))
                .map(landmark -> (today, direction, order) -> Years.within(landmark.apply(today)));
    }

    private static LocalDate weekEnd(LocalDate today) {
        var friday = today.with(previousOrSame(MONDAY)).with(next(FRIDAY));
        return friday.isBefore(today) ? today.with(nextOrSame(SUNDAY)) : friday;
    }

    private static LocalDate quarterEnd(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(2).with(lastDayOfMonth());
    }
}
