package bot.perennial.core.calendar;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Map.entry;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how often: {@code 2w}, {@code monthly}, {@code every 8 weeks}, {@code 2–3 months} (its middle, in weeks). */
public final class RhythmReader {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4}) ?(?:[-–—]|to|or) ?(\\d{1,4}) ?(\\p{L}+)");
    private static final double WEEKS_A_MONTH = 30.436875 / 7;

    private static final Map<String, Period> NAMED = Map.ofEntries(
            entry("daily", Period.ofDays(1)),
            entry("weekly", Period.ofWeeks(1)),
            entry("fortnightly", Period.ofWeeks(2)),
            entry("other week", Period.ofWeeks(2)),
            entry("second week", Period.ofWeeks(2)),
            entry("monthly", Period.ofMonths(1)),
            entry("other month", Period.ofMonths(2)),
            entry("second month", Period.ofMonths(2)),
            entry("quarterly", Period.ofMonths(3)),
            entry("twice a year", Period.ofMonths(6)),
            entry("yearly", Period.ofYears(1)),
            entry("annually", Period.ofYears(1)));

    private RhythmReader() {}

    public static Reading read(String text) {
        var tidy = TidyText.of(text);
        var plain = tidy.replaceFirst("^(?:every|once) ", "");
        return named(plain)
                .or(() -> range(plain))
                .or(() -> Span.read(plain).map(RhythmReader::whole))
                .orElseGet(Reading.Unreadable::new);
    }

    private static Optional<Reading> named(String text) {
        var word = Optional.ofNullable(NAMED.get(text));
        return word.or(() -> text.length() == 1 ? Optional.empty() : Span.unit(text))
                .map(period -> new Reading.Read(new Rhythm(period)));
    }

    private static Optional<Reading> range(String text) {
        var parts = RANGE.matcher(text);
        return parts.matches() ? Span.unit(parts.group(3)).map(unit -> middle(parts, unit)) : Optional.empty();
    }

    private static Reading middle(Matcher parts, Period unit) {
        long low = Long.parseLong(parts.group(1));
        long high = Long.parseLong(parts.group(2));
        if (low >= high) {
            return new Reading.Impossible("the second number must be the larger one");
        }
        long twice = low + high;
        if (twice % 2 == 0) {
            return whole(new Span(twice / 2, unit));
        }
        if (unit.toTotalMonths() == 0) {
            return whole(new Span(twice * unit.get(DAYS) / 2, Period.ofDays(1)));
        }
        return unit.toTotalMonths() % 2 == 0
                ? whole(new Span(twice * unit.toTotalMonths() / 2, Period.ofMonths(1)))
                : whole(new Span((long) (twice * unit.toTotalMonths() * WEEKS_A_MONTH / 2), Period.ofWeeks(1)));
    }

    private static Reading whole(Span span) {
        if (span.count() < 1) {
            return new Reading.Impossible("a rhythm is at least one day");
        }
        if (span.endless() || tooLong(span.period())) {
            return new Reading.Impossible("a rhythm is at most ten years");
        }
        return new Reading.Read(new Rhythm(span.period()));
    }

    private static boolean tooLong(Period period) {
        return period.toTotalMonths() > 120 || period.get(DAYS) > 3653;
    }

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Read(Rhythm rhythm) implements Reading {}

        /** Meant as a rhythm, but none to live by; {@code why} is a clause. */
        record Impossible(String why) implements Reading {}

        record Unreadable() implements Reading {}
    }
}
