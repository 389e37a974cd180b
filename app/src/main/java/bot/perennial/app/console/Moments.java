package bot.perennial.app.console;

import bot.perennial.core.calendar.DayOrder;
import bot.perennial.core.calendar.DayReader;
import bot.perennial.core.calendar.Direction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the console's clock is to be moved to. */
final class Moments {
    private static final Pattern STEP =
            Pattern.compile("\\+\\s*(\\d{1,4})\\s*(min|minutes?|h|hours?|d|days?|w|weeks?|months?|y|years?)");

    private Moments() {}

    static Optional<ZonedDateTime> read(String text, ZonedDateTime now) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        var step = STEP.matcher(words);
        if (step.matches()) {
            return Optional.of(plus(now, Long.parseLong(step.group(1)), step.group(2)));
        }
        try {
            var moment = LocalDateTime.parse(words.toUpperCase(Locale.ROOT).replace(' ', 'T'));
            return Optional.of(moment.atZone(now.getZone()));
        } catch (DateTimeException e) {
            return day(words, now);
        }
    }

    private static ZonedDateTime plus(ZonedDateTime now, long count, String unit) {
        return switch (unit.substring(0, Math.min(2, unit.length()))) {
            case "mi" -> now.plusMinutes(count);
            case "h", "ho" -> now.plusHours(count);
            case "d", "da" -> now.plusDays(count);
            case "w", "we" -> now.plusWeeks(count);
            case "mo" -> now.plusMonths(count);
            default -> now.plusYears(count);
        };
    }

    private static Optional<ZonedDateTime> day(String words, ZonedDateTime now) {
        return DayReader.read(words, now.toLocalDate(), Direction.FUTURE, DayOrder.UNKNOWN)
                        instanceof DayReader.Reading.Read(LocalDate day)
                ? Optional.of(day.atTime(now.toLocalTime()).atZone(now.getZone()))
                : Optional.empty();
    }
}
