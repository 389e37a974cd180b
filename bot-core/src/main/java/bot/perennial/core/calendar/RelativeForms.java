package bot.perennial.core.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dates counted from today: {@code fri}, {@code next mon}, {@code in 3 months}, {@code 2w ago}. */
final class RelativeForms {
    private RelativeForms() {}

    static Optional<DayPhrase> read(String text) {
        return weekday(text).or(() -> span(text));
    }

    private static Optional<DayPhrase> weekday(String text) {
        var plain = text.startsWith("on ") ? text.substring(3) : text;
        int space = plain.indexOf(' ');
        var name = CalendarWords.weekday(plain.substring(space + 1));
        return switch (space < 0 ? "" : plain.substring(0, space)) {
            case "" -> name.map(RelativeForms::nearest);
            case "this" -> name.map(day -> (today, direction, order) -> Years.within(ofWeek(today, day)));
            case "coming" -> name.map(day -> (today, direction, order) -> Years.within(today.with(next(day))));
            case "next" -> name.map(RelativeForms::following);
            case "last" -> name.map(RelativeForms::preceding);
            default -> Optional.empty();
        };
    }

    private static DayPhrase nearest(DayOfWeek name) {
        return (today, direction, order) -> Years.within(
                switch (direction) {
                    case FUTURE -> today.with(next(name));
                    case PAST -> today.with(previous(name));
                });
    }

    private static DayPhrase following(DayOfWeek name) {
        return (today, direction, order) -> {
            var near = ofWeek(today, name);
            var far = near.plusWeeks(1);
            return near.isAfter(today) ? new Reading.Ambiguous(List.of(near, far)) : Years.within(far);
        };
    }

    private static DayPhrase preceding(DayOfWeek name) {
        return (today, direction, order) -> {
            var near = ofWeek(today, name);
            var far = near.minusWeeks(1);
            return near.isBefore(today) ? new Reading.Ambiguous(List.of(far, near)) : Years.within(far);
        };
    }

    private static LocalDate ofWeek(LocalDate today, DayOfWeek name) {
        return today.with(previousOrSame(MONDAY)).with(nextOrSame(name));
    }

    private static Optional<DayPhrase> span(String text) {
        if (text.startsWith("in ")) {
            return counted(text.substring("in ".length()), Direction.FUTURE);
        }
        if (text.endsWith(" ago")) {
            return counted(text.substring(0, text.length() - " ago".length()), Direction.PAST);
        }
        if (text.endsWith(" from now")) {
            return counted(text.substring(0, text.length() - " from now".length()), Direction.FUTURE);
        }
        return Span.read(text).map(span -> (today, direction, order) -> away(span, today, direction));
    }

    private static Optional<DayPhrase> counted(String text, Direction way) {
        return Span.read(text).map(span -> (today, direction, order) -> away(span, today, way));
    }

    private static Reading away(Span span, LocalDate today, Direction direction) {
        if (span.negative()) {
            return new Reading.Impossible("a length of time can't be less than nothing");
        }
        if (span.endless()) {
            return Years.outside();
        }
        return Years.within(
                switch (direction) {
                    case FUTURE -> today.plus(span.period());
                    case PAST -> today.minus(span.period());
                });
    }
}
