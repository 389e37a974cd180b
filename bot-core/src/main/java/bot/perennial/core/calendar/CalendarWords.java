package bot.perennial.core.calendar;

import static java.util.Locale.FRENCH;
import static java.util.Locale.GERMAN;
import static java.util.Locale.ITALIAN;
import static java.util.Locale.ROOT;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of months and weekdays in six languages, as far as each can mean only one of them. */
final class CalendarWords {
    private static final List<Locale> FOREIGN = List.of(GERMAN, FRENCH, Locale.of("es"), ITALIAN, Locale.of("pt"));

    /** Words and names of people that a short month or a weekday elsewhere would swallow. */
    private static final Set<String> TAKEN = Set.of("ago", "out", "set", "domingo", "domenica");

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private CalendarWords() {}

    static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    private static Map<String, Month> months() {
        var foreign = names(
                Month.values(),
                Month::getDisplayName,
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE);
        var words = new HashMap<>(foreign);
        words.putAll(english(Month.values()));
        words.put("sept", Month.SEPTEMBER);
        return Map.copyOf(words);
    }

    /** Other languages lend their weekdays in full only: "sam" is a Saturday to some, and a friend to others. */
    private static Map<String, DayOfWeek> weekdays() {
        var words = new HashMap<>(
                names(DayOfWeek.values(), DayOfWeek::getDisplayName, TextStyle.FULL, TextStyle.FULL_STANDALONE));
        words.putAll(english(DayOfWeek.values()));
        words.put("tues", DayOfWeek.TUESDAY);
        words.put("weds", DayOfWeek.WEDNESDAY);
        words.put("thur", DayOfWeek.THURSDAY);
        words.put("thurs", DayOfWeek.THURSDAY);
        return Map.copyOf(words);
    }

    private static <T extends Enum<T>> Map<String, T> english(T[] values) {
        var words = new HashMap<String, T>();
        for (var value : values) {
            var name = value.name().toLowerCase(ROOT);
            words.put(name, value);
            words.put(name.substring(0, 3), value);
        }
        return words;
    }

    private static <T extends Enum<T>> Map<String, T> names(T[] values, Naming<T> naming, TextStyle... styles) {
        var words = new HashMap<String, T>();
        var unclear = new HashSet<>(TAKEN);
        for (var locale : FOREIGN) {
            for (var style : styles) {
                for (var value : values) {
                    var word = TidyText.of(naming.name(value, style, locale));
                    var other = words.put(word, value);
                    if (other != null && other != value) {
                        unclear.add(word);
                    }
                }
            }
        }
        words.keySet().removeAll(unclear);
        return words;
    }

    private interface Naming<T> {
        String name(T value, TextStyle style, Locale locale);
    }
}
