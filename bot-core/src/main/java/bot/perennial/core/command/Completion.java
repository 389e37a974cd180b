package bot.perennial.core.command;

import bot.perennial.core.calendar.DayOrder;
import bot.perennial.core.calendar.DayReader;
import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.Direction;
import bot.perennial.core.message.Choice;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a member may mean while they type an option. */
final class Completion {
    private static final int MOST = 25;
    private static final int LONGEST = 100;

    private final Store store;
    private final InstantSource time;
    private final Quota<Account> members = Quota.ofCompletions();

    Completion(Store store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Offers nothing to whoever asks faster than anybody types: each question is one to the database. */
    List<Choice> of(Gesture gesture, Kind<?> kind, String typed) {
        if (!members.allows(gesture.account(), time.instant())) {
            return List.of();
        }
        var choices =
                switch (kind) {
                    case Kind.People people -> people(gesture, typed);
                    case Kind.Someone someone -> people(gesture, typed);
                    case Kind.Words(Kind.Words.Source source, int most) ->
                        switch (source) {
                            case NONE -> List.<Choice>of();
                            case PLACES -> places(gesture, typed);
                        };
                    case Kind.Day(Direction direction) -> days(today(gesture), typed, direction);
                    case Kind.Due due -> due(today(gesture), typed);
                    case Kind.Every every -> List.<Choice>of();
                    case Kind.OneOf(List<Choice> all) -> all;
                    case Kind.Tags tags -> List.<Choice>of();
                    case Kind.Id id -> List.<Choice>of();
                };
        return choices.stream()
                .filter(choice -> !choice.label().isEmpty() && choice.value().length() <= LONGEST)
                .map(choice -> new Choice(choice.value(), cut(choice.label())))
                .limit(MOST)
                .toList();
    }

    /** Completes what follows the last comma; what stands before it stays. */
    private List<Choice> people(Gesture gesture, String typed) {
        var comma = typed.lastIndexOf(',') + 1;
        var before = comma == 0 ? "" : typed.substring(0, comma) + " ";
        return store
                .look(gesture.account(), notebook -> notebook.people()
                        .suggest(typed.substring(comma).strip(), MOST))
                .stream()
                .map(person -> new Choice(before + written(person), before + person.name()))
                .toList();
    }

    private static String written(Person person) {
        return person.name().contains(",") ? "\"" + person.name() + "\"" : person.name();
    }

    private List<Choice> places(Gesture gesture, String typed) {
        return store.look(gesture.account(), notebook -> notebook.meetings().places(typed.strip(), MOST)).stream()
                .map(place -> new Choice(place, place))
                .toList();
    }

    private LocalDate today(Gesture gesture) {
        return store.look(gesture.account(), notebook -> notebook.member().today(time.instant()));
    }

    private static List<Choice> due(LocalDate today, String typed) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        if (words.startsWith("later")) {
            return days(today, words.substring(5).strip(), Direction.FUTURE).stream()
                    .map(choice -> new Choice("later " + choice.value(), "later: " + choice.label()))
                    .toList();
        }
        return Stream.concat(
                        days(today, typed, Direction.FUTURE).stream(),
                        Stream.of(
                                        new Choice("done", "done"),
                                        new Choice("later 1w", "later: 1 week"),
                                        new Choice("stop", "stop"))
                                .filter(choice -> choice.value().startsWith(words)))
                .toList();
    }

    private static List<Choice> days(LocalDate today, String typed, Direction direction) {
        var words = typed.strip();
        if (!words.isEmpty()) {
            return switch (DayReader.read(words, today, direction, DayOrder.UNKNOWN)) {
                case DayReader.Reading.Read(LocalDate day) -> List.of(choice(words, day, today));
                case DayReader.Reading.Ambiguous(List<LocalDate> days) ->
                    days.stream().map(day -> choice(day.toString(), day, today)).toList();
                case DayReader.Reading.Impossible(String why) -> usual(today, direction, words);
                case DayReader.Reading.Unreadable() -> usual(today, direction, words);
            };
        }
        return usual(today, direction, words);
    }

    private static List<Choice> usual(LocalDate today, Direction direction, String begun) {
        var forms =
                switch (direction) {
                    case PAST ->
                        List.of(
                                "today",
                                "yesterday",
                                "2 days ago",
                                "3 days ago",
                                "1 week ago",
                                "2 weeks ago",
                                "1 month ago");
                    case FUTURE ->
                        List.of(
                                "tomorrow",
                                "1 week",
                                "2 weeks",
                                "1 month",
                                "3 months",
                                "6 months",
                                "friday",
                                "next week",
                                "end of month");
                };
        return forms.stream()
                .filter(form -> form.startsWith(begun.toLowerCase(Locale.ROOT)))
                .flatMap(form -> DayReader.read(form, today, direction, DayOrder.UNKNOWN)
                                instanceof DayReader.Reading.Read(LocalDate day)
                        ? Stream.of(choice(form, day, today))
                        : Stream.empty())
                .toList();
    }

    private static Choice choice(String words, LocalDate day, LocalDate today) {
        return new Choice(words, words + " — " + DayWriter.weekday(day, today));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
