package bot.perennial.core.command;

import bot.perennial.core.calendar.DayOrder;
import bot.perennial.core.calendar.DayReader;
import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.Direction;
import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.calendar.RhythmReader;
import bot.perennial.core.message.Choice;
import bot.perennial.core.people.Who;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what was written for options as values of their kinds, on a given day. */
final class Values {
    /** What reading one option came to. */
    sealed interface Reading {
        /** It is a value. */
        record Value(Object value) implements Reading {}

        /** It isn't; the clause says why, and the choices say what would have been. */
        record Problem(String why, List<Choice> instead) implements Reading {}

        /** It has more characters than are kept. */
        record TooLong(int length, int most) implements Reading {}
    }

    /** The most characters kept of a name. */
    static final int LONGEST_NAME = 80;

    private Values() {}

    static boolean readable(Kind<?> kind, String text) {
        return switch (kind) {
            case Kind.Day day -> DayReader.readable(text);
            case Kind.Due due -> readableDue(text);
            case Kind.Every every ->
                text.equalsIgnoreCase("stop") || !(RhythmReader.read(text) instanceof RhythmReader.Reading.Unreadable);
            case Kind.OneOf oneOf -> chosen(oneOf.choices(), text).isPresent();
            case Kind.Words words -> true;
            case Kind.People people -> true;
            case Kind.Someone someone -> true;
            case Kind.Tags tags -> true;
            case Kind.Id id -> id(text).isPresent();
        };
    }

    static Reading read(Kind<?> kind, Written.Raw raw, LocalDate today) {
        return switch (kind) {
            case Kind.Words words -> words(raw.text(), words.most());
            case Kind.People people -> people(raw);
            case Kind.Someone someone -> first(people(raw));
            case Kind.Day(Direction direction) -> day(raw.text(), today, direction, day -> day, "");
            case Kind.Due due -> due(raw.text(), today);
            case Kind.Every every -> every(raw.text());
            case Kind.OneOf(List<Choice> choices) ->
                chosen(choices, raw.text())
                        .<Reading>map(Reading.Value::new)
                        .orElseGet(() -> new Reading.Problem(
                                "“" + raw.text() + "” is not one of "
                                        + choices.stream().map(Choice::value).collect(Collectors.joining(", ")),
                                choices.stream().limit(5).toList()));
            case Kind.Tags tags ->
                new Reading.Value(Arrays.stream(raw.text().split("[\\s,]+"))
                        .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList());
            case Kind.Id id ->
                id(raw.text()).<Reading>map(Reading.Value::new).orElseGet(() -> problem(raw.text(), "an id"));
        };
    }

    private static Reading words(String text, int most) {
        var length = text.codePointCount(0, text.length());
        return length <= most ? new Reading.Value(text) : new Reading.TooLong(length, most);
    }

    private static Reading people(Written.Raw raw) {
        if (raw.people().isEmpty()) {
            return problem(raw.text(), "a name");
        }
        var longest = raw.people().stream()
                .mapToInt(who -> who instanceof Who.Named(String name) ? name.codePointCount(0, name.length()) : 0)
                .max()
                .orElse(0);
        return longest <= LONGEST_NAME ? new Reading.Value(raw.people()) : new Reading.TooLong(longest, LONGEST_NAME);
    }

    private static Reading first(Reading people) {
        return people instanceof Reading.Value(List<?> named) ? new Reading.Value(named.getFirst()) : people;
    }

    private static boolean readableDue(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        return words.equals("done")
                || words.equals("stop")
                || words.equals("later")
                || DayReader.readable(words.startsWith("later ") ? words.substring(6) : words);
    }

    private static Reading due(String text, LocalDate today) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        return switch (words) {
            case "done" -> new Reading.Value(new Kind.When.Done());
            case "stop" -> new Reading.Value(new Kind.When.Stop());
            case "later" -> new Reading.Value(new Kind.When.Later(today.plusWeeks(1)));
            default ->
                words.startsWith("later ")
                        ? day(text.strip().substring(6), today, Direction.FUTURE, Kind.When.Later::new, "later ")
                        : day(text, today, Direction.FUTURE, Kind.When.On::new, "");
        };
    }

    private static Reading day(
            String text, LocalDate today, Direction direction, Function<LocalDate, Object> wrap, String before) {
        return switch (DayReader.read(text, today, direction, DayOrder.UNKNOWN)) {
            case DayReader.Reading.Read(LocalDate day) -> new Reading.Value(wrap.apply(day));
            case DayReader.Reading.Ambiguous(List<LocalDate> choices) ->
                new Reading.Problem(
                        "“" + text.strip() + "” can be read in two ways. Which one?",
                        choices.stream()
                                .map(day -> new Choice(before + day, DayWriter.weekday(day, today)))
                                .toList());
            case DayReader.Reading.Impossible(String why) ->
                new Reading.Problem(
                        "I couldn't use “" + text.strip() + "” as a date: " + why, usual(direction, before));
            case DayReader.Reading.Unreadable() ->
                new Reading.Problem("I couldn't read “" + text.strip() + "” as a date", usual(direction, before));
        };
    }

    private static List<Choice> usual(Direction direction, String before) {
        return switch (direction) {
            case PAST -> List.of(new Choice("today", "Today"), new Choice("yesterday", "Yesterday"));
            case FUTURE -> List.of(new Choice(before + "1w", "1 week"), new Choice(before + "1m", "1 month"));
        };
    }

    private static Reading every(String text) {
        if (text.strip().equalsIgnoreCase("stop")) {
            return new Reading.Value(new Kind.Pace.Stop());
        }
        return switch (RhythmReader.read(text)) {
            case RhythmReader.Reading.Read(Rhythm rhythm) -> new Reading.Value(new Kind.Pace.Every(rhythm));
            case RhythmReader.Reading.Impossible(String why) -> rhythmProblem(text, "use", ": " + why);
            case RhythmReader.Reading.Unreadable() -> rhythmProblem(text, "read", "");
        };
    }

    private static Reading rhythmProblem(String text, String verb, String why) {
        return new Reading.Problem(
                "I couldn't " + verb + " “" + text.strip() + "” as a rhythm" + why,
                List.of(
                        new Choice("2w", "Every 2 weeks"),
                        new Choice("month", "Every month"),
                        new Choice("quarter", "Every quarter")));
    }

    private static Optional<String> chosen(List<Choice> choices, String text) {
        return choices.stream()
                .filter(choice -> choice.value().equalsIgnoreCase(text.strip())
                        || choice.label().equalsIgnoreCase(text.strip()))
                .map(Choice::value)
                .findFirst();
    }

    private static Optional<Long> id(String text) {
        var digits = text.strip().startsWith("~") ? text.strip().substring(1) : text.strip();
        try {
            return Optional.of(Long.parseLong(digits, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Reading problem(String text, String wanted) {
        return new Reading.Problem("I couldn't read “" + text + "” as " + wanted, List.of());
    }
}
