package bot.perennial.core.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads a date as people write it; the whole text must be one, and nothing is ever guessed.
 *
 * <ul>
 *   <li>Days: {@code today}, {@code tonight}, {@code tomorrow}, {@code yesterday}, {@code day after tomorrow}.
 *   <li>Weekdays: {@code fri} or {@code on friday} is the first one after today (before today in the past), so on a Friday
 *       it is a week away; {@code this fri} is the one in this week, Monday to Sunday; {@code next fri} is the one in the
 *       coming week, and is asked about while this week's is still ahead; {@code last fri} likewise, backwards.
 *   <li>Lengths: {@code 2w}, {@code 10 days}, {@code a month} run in the direction asked for; {@code in 3 months} and
 *       {@code 3d ago} in their own.
 *   <li>Weeks and more: {@code next week} is its Monday, {@code next month} its first day; {@code last week} is this day a
 *       week ago; {@code end of week} is Friday (Sunday at the weekend), {@code end of month|quarter|year} its last day.
 *   <li>Dates: {@code 15 aug}, {@code aug 15th, 2027}, {@code 2025-08-15}, {@code 15.8.}, {@code 15/8}, {@code 03/04/2026}, a
 *       weekday before any of them. Without a year it is the nearest from today on (or back), today included.
 * </ul>
 */
public final class DayReader {
    private DayReader() {}

    public static Reading read(String text, LocalDate today, Direction direction, DayOrder order) {
        return phrase(text)
                .<Reading>map(phrase -> phrase.on(today, direction, order))
                .orElseGet(Reading.Unreadable::new);
    }

    /** Whether {@link #read} would see a date here, a possible one or not; it depends on the text alone. */
    public static boolean readable(String text) {
        return phrase(text).isPresent();
    }

    private static Optional<DayPhrase> phrase(String text) {
        var tidy = TidyText.of(text);
        return Landmarks.read(tidy).or(() -> RelativeForms.read(tidy)).or(() -> WrittenForms.read(tidy));
    }

    /** What a text turned out to be. */
    public sealed interface Reading {
        record Read(LocalDate day) implements Reading {}

        /** Two dates or more, the earliest first; only the writer knows which. */
        record Ambiguous(List<LocalDate> choices) implements Reading {
            public Ambiguous {
                choices = List.copyOf(choices);
            }
        }

        /** Meant as a date, but no such day exists; {@code why} is a clause such as "February 2027 has no 30th". */
        record Impossible(String why) implements Reading {}

        record Unreadable() implements Reading {}
    }
}
