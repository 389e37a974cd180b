package bot.perennial.core.calendar;

import static java.util.Map.entry;

import java.time.Period;
import java.util.Map;
import java.util.Optional;

/** A length of time as people count it: {@code 2w}, {@code a month}, {@code half a year}. */
record Span(long count, Period unit) {
    /** Beyond this, every unit leaves the years that are read. */
    private static final long MOST = 200_000;

    private static final Map<String, Period> UNITS = Map.ofEntries(
            entry("d", Period.ofDays(1)),
            entry("day", Period.ofDays(1)),
            entry("days", Period.ofDays(1)),
            entry("w", Period.ofWeeks(1)),
            entry("wk", Period.ofWeeks(1)),
            entry("wks", Period.ofWeeks(1)),
            entry("week", Period.ofWeeks(1)),
            entry("weeks", Period.ofWeeks(1)),
            entry("fortnight", Period.ofWeeks(2)),
            entry("fortnights", Period.ofWeeks(2)),
            entry("m", Period.ofMonths(1)),
            entry("mo", Period.ofMonths(1)),
            entry("mos", Period.ofMonths(1)),
            entry("month", Period.ofMonths(1)),
            entry("months", Period.ofMonths(1)),
            entry("quarter", Period.ofMonths(3)),
            entry("quarters", Period.ofMonths(3)),
            entry("half year", Period.ofMonths(6)),
            entry("half a year", Period.ofMonths(6)),
            entry("y", Period.ofYears(1)),
            entry("yr", Period.ofYears(1)),
            entry("yrs", Period.ofYears(1)),
            entry("year", Period.ofYears(1)),
            entry("years", Period.ofYears(1)));

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            entry("a ", 1),
            entry("an ", 1),
            entry("one ", 1),
            entry("a couple of ", 2),
            entry("two ", 2),
            entry("three ", 3),
            entry("four ", 4),
            entry("five ", 5),
            entry("six ", 6),
            entry("seven ", 7),
            entry("eight ", 8),
            entry("nine ", 9),
            entry("ten ", 10),
            entry("eleven ", 11),
            entry("twelve ", 12));

    /** The whole text must be a count and a unit; "half a year" counts itself. */
    static Optional<Span> read(String text) {
        if (text.equals("half a year")) {
            return Optional.of(new Span(1, Period.ofMonths(6)));
        }
        int digits = digits(text);
        if (digits > 0) {
            var unit = unit(text.substring(digits).stripLeading());
            return unit.map(found -> new Span(count(text.substring(0, digits)), found));
        }
        return COUNTS.entrySet().stream()
                .filter(word -> text.startsWith(word.getKey()))
                .flatMap(word ->
                        unit(text.substring(word.getKey().length()))
                                .map(found -> new Span(word.getValue(), found))
                                .stream())
                .findFirst();
    }

    static Optional<Period> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    boolean negative() {
        return count < 0;
    }

    boolean endless() {
        return count > MOST;
    }

    /** Only for a span that is neither negative nor endless. */
    Period period() {
        return unit.multipliedBy(Math.toIntExact(count));
    }

    private static int digits(String text) {
        int end = text.startsWith("-") || text.startsWith("−") ? 1 : 0;
        int start = end;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == start ? 0 : end;
    }

    private static long count(String digits) {
        boolean negative = digits.startsWith("-") || digits.startsWith("−");
        var number = digits.substring(negative ? 1 : 0);
        long size = number.length() > 15 ? Long.MAX_VALUE : Long.parseLong(number);
        return negative ? -size : size;
    }
}
