package bot.perennial.core.commands;

import bot.perennial.core.calendar.LocalMoment;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.nudge.NextMoment;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Notebook;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules about when a member is nudged that several commands follow. */
final class Nudging {
    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final int SOON_DAYS = 6;

    private Nudging() {}

    /** Saves a member and sets their next moment by their settings. */
    static void save(Notebook notebook, Member member, Instant at) {
        notebook.save(member);
        if (!member.nudge().on()) {
            notebook.nudgeNext(Optional.empty(), Optional.empty());
            return;
        }
        var next = LocalMoment.next(at, member.nudge().days(), member.nudge().time(), member.zone());
        notebook.nudgeNext(Optional.of(next.day()), Optional.of(next.instant()));
    }

    /** Saves a member who has come to another zone; what they missed of today by that is not lost. */
    static void arrived(Notebook notebook, Member member, Instant at) {
        save(notebook, member, at);
        if (member.nudge().on()) {
            var next = NextMoment.arrived(member, at);
            notebook.nudgeNext(Optional.of(next.day()), Optional.of(next.instant()));
        }
    }

    /** Adds that nobody is left, once all that today's nudge brought is done or moved. */
    static Message finished(Notebook notebook, Invocation invocation, Message message) {
        var today = invocation.today();
        var nudgedToday = notebook.member().progress().nudgedOn().equals(Optional.of(today));
        if (!nudgedToday) {
            return message;
        }
        var next =
                notebook.due(today.plusDays(SOON_DAYS)).stream().map(Item::on).min(Comparator.naturalOrder());
        if (next.filter(day -> !day.isAfter(today)).isPresent()) {
            return message;
        }
        var when =
                next.map(day -> " See you " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ".");
        return message.small(Line.of("That's everyone." + when.orElse("")));
    }

    /** {@code Weekdays at 8:30}. */
    static String words(NudgeSettings settings) {
        return days(settings.days()) + " at " + settings.time().format(CLOCK);
    }

    /** The same within a sentence. */
    static String within(NudgeSettings settings) {
        var words = words(settings);
        return words.startsWith("Weekdays") || words.startsWith("Every")
                ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
                : words;
    }

    /** {@code at most 3 people}. */
    static String atMost(NudgeSettings settings) {
        return "at most " + settings.cap() + (settings.cap() == 1 ? " person" : " people");
    }

    static String days(Set<DayOfWeek> days) {
        if (days.equals(WEEKDAYS)) {
            return "Weekdays";
        }
        return days.size() == DayOfWeek.values().length
                ? "Every day"
                : days.stream().sorted().map(Nudging::name).collect(Collectors.joining(", "));
    }

    /** Reads days such as {@code mon wed fri}, {@code weekdays} or {@code every day}; empty when it can't. */
    static Optional<Set<DayOfWeek>> days(String text) {
        var words = text.toLowerCase(Locale.ROOT).strip();
        if (words.startsWith("weekday")) {
            return Optional.of(WEEKDAYS);
        }
        if (words.startsWith("every") || words.equals("daily")) {
            return Optional.of(EnumSet.allOf(DayOfWeek.class));
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : words.split("[\\s,]+", -1)) {
            var day = Arrays.stream(DayOfWeek.values())
                    .filter(each -> word.length() >= 2
                            && each.name().toLowerCase(Locale.ROOT).startsWith(word))
                    .findFirst();
            if (day.isEmpty()) {
                return Optional.empty();
            }
            days.add(day.get());
        }
        return Optional.of(days);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
