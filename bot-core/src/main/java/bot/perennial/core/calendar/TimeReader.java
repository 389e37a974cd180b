package bot.perennial.core.calendar;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a time of day: {@code 8:30}, {@code 8.30 pm}, {@code 8am}, {@code 20h}, {@code noon}; a bare hour counts to 24. */
public final class TimeReader {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?: ?h| ?o'clock| ?uhr)?");
    private static final Pattern HALVES = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.?m");

    private TimeReader() {}

    public static Optional<LocalTime> read(String text) {
        var tidy = TidyText.of(text);
        var plain = tidy.startsWith("at ") ? tidy.substring("at ".length()) : tidy;
        return switch (plain) {
            case "noon", "midday" -> Optional.of(LocalTime.NOON);
            case "midnight" -> Optional.of(LocalTime.MIDNIGHT);
            default -> clock(plain).or(() -> halves(plain));
        };
    }

    private static Optional<LocalTime> clock(String text) {
        var parts = CLOCK.matcher(text);
        return parts.matches() ? time(number(parts.group(1)), number(parts.group(2))) : Optional.empty();
    }

    private static Optional<LocalTime> halves(String text) {
        var parts = HALVES.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = number(parts.group(1));
        boolean exists = hour >= 1 && hour <= 12;
        int afternoon = "p".equals(parts.group(3)) ? 12 : 0;
        return exists ? time(hour % 12 + afternoon, number(parts.group(2))) : Optional.empty();
    }

    private static Optional<LocalTime> time(int hour, int minute) {
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
