package bot.perennial.core.nudge;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Count;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.Progress.Pace;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Outbox.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of every letter, found from what is true when it is sent. */
public final class NudgeWords {
    private static final Duration A_LITTLE_LATE = Duration.ofMinutes(30);
    private static final int FIRST = 1;

    private NudgeWords() {}

    /** A letter's words; empty when there is nothing left to say or the member has stopped or paused. */
    public static Optional<Message> compose(Letter letter, Page page, Instant now) {
        var member = page.member();
        var today = member.today(now);
        if (!member.nudge().on()
                || member.nudge().pausedUntil().filter(today::isBefore).isPresent()) {
            return Optional.empty();
        }
        return switch (letter.kind()) {
            case WELCOME -> Optional.of(welcome());
            case STARTER -> Optional.of(starter());
            case MONDAY -> Optional.of(quietWeek(page, today));
            case SLOWER -> Optional.of(slower(member));
            case NUDGE -> nudge(letter, page, today, now);
            case PROMISE ->
                page.matters().isEmpty()
                        ? Optional.empty()
                        : Optional.of(people(Message.EMPTY.heading("You said you would"), page.matters(), today));
        };
    }

    /** What is due today, with its buttons, as the nudge and {@code /nudge} show it. */
    public static Message list(List<Matter> matters, LocalDate today) {
        var promises =
                matters.stream().filter(matter -> matter.promise().isPresent()).toList();
        var hellos =
                matters.stream().filter(matter -> matter.promise().isEmpty()).toList();
        var message = Message.EMPTY;
        if (!promises.isEmpty()) {
            message = people(message.heading("You said you would"), promises, today);
        }
        return hellos.isEmpty() ? message : people(message.heading("A good time to say hello"), hellos, today);
    }

    /** The same without headings, for an entry of a list that stands already. */
    public static Message entries(List<Matter> matters, LocalDate today) {
        return people(Message.EMPTY, matters, today);
    }

    private static Message people(Message message, List<Matter> matters, LocalDate today) {
        var told = message;
        for (var matter : matters) {
            told = told.entry(MatterWords.line(matter, today), MatterWords.controls(matter));
        }
        return told;
    }

    private static Optional<Message> nudge(Letter letter, Page page, LocalDate today, Instant now) {
        var member = page.member();
        if (page.matters().isEmpty()) {
            return Optional.empty();
        }
        var day = LocalDate.parse(letter.dueKey());
        var chosen = chosen(member, day, page.matters());
        var rest = page.matters().stream()
                .filter(matter -> !chosen.contains(matter))
                .toList();
        var late = Duration.between(letter.due(), now).compareTo(A_LITTLE_LATE) > 0 ? " A little late today." : "";
        var message = Comeback.first(member, day)
                ? welcomeBack(page.matters(), chosen)
                : greeting(member, people(chosen), late);
        message = message.and(list(chosen, today));
        return Optional.of(message.and(alsoPromised(rest)).and(footer(member, rest, today)));
    }

    /** As many people as they wish, in order; after a pause the hellos come a few at a time. */
    private static List<Matter> chosen(Member member, LocalDate day, List<Matter> matters) {
        var waiting = Math.toIntExact(matters.stream().filter(NudgeWords::hello).count());
        var hellos = Comeback.hellos(member, day, waiting);
        var shown = new HashSet<Long>();
        var chosen = new ArrayList<Matter>();
        for (var matter : matters) {
            var room = shown.size() < Comeback.cap(member, day) && (!hello(matter) || hellos > 0);
            if (shown.contains(matter.person().id())
                    || (room && shown.add(matter.person().id()))) {
                chosen.add(matter);
                hellos -= hello(matter) ? 1 : 0;
            }
        }
        return chosen;
    }

    private static boolean hello(Matter matter) {
        return matter.promise().isEmpty();
    }

    private static int people(List<Matter> matters) {
        return Math.toIntExact(
                matters.stream().map(matter -> matter.person().id()).distinct().count());
    }

    private static Message welcomeBack(List<Matter> matters, List<Matter> chosen) {
        var hellos = Math.toIntExact(matters.stream().filter(NudgeWords::hello).count());
        var spread = hellos < 2
                ? ""
                : " " + Count.begin(hellos, "hello", "hellos")
                        + " came due while you were away. I've spread them over two weeks.";
        return Message.of(Line.of("Welcome back." + spread + " Today, just ")
                .strong(chosen.getFirst().person().name())
                .plain("."));
    }

    private static Message greeting(Member member, int people, String late) {
        var message = Message.of(Line.EMPTY.strong(
                "Good morning" + named(member) + ". " + Count.begin(people, "person", "people") + " today." + late));
        return member.progress().nudges() > FIRST
                ? message
                : message.entry(
                        Line.of("This is how mornings will look: at most "
                                + Count.of(member.nudge().cap(), "person", "people")
                                + ", only when it's useful. Too many, too early?"),
                        new Control.Button("Change", "/nudge settings"),
                        new Control.Button("Perfect", "/fine"));
    }

    /** By their first name, as one is greeted in the morning. */
    private static String named(Member member) {
        var first = member.name().strip().split("\\s+", 2)[0];
        return first.isEmpty() ? "" : ", " + (first.endsWith(".") ? member.name() : first); // "Dr." greets nobody
    }

    /** Promises beyond the cap are still named on their day. */
    private static Message alsoPromised(List<Matter> rest) {
        var promised = rest.stream()
                .filter(matter -> matter.promise().isPresent())
                .map(matter -> matter.person().name()
                        + matter.promise()
                                .flatMap(promise -> promise.about())
                                .map(about -> " — " + about)
                                .orElse(""))
                .collect(Collectors.joining("; "));
        return promised.isEmpty() ? Message.EMPTY : Message.of("Also promised: " + promised + ".");
    }

    private static Message footer(Member member, List<Matter> rest, LocalDate today) {
        var waiting = Math.toIntExact(rest.stream().filter(NudgeWords::hello).count());
        var wait = waiting == 0
                ? Line.EMPTY
                : Line.of(Count.begin(waiting, "other", "others") + " can wait until " + next(member, today) + " · ");
        return Message.of(
                        Line.EMPTY,
                        new Control.Button("Pause a week", "/nudge pause 1w"),
                        new Control.Button("Stop", "/nudge stop"))
                .small(wait.code("/people").plain(" · ").code("/nudge pause"));
    }

    /** The weekday of the next nudge. */
    private static String next(Member member, LocalDate today) {
        var day = today.plusDays(1);
        while (!member.nudge().days().contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Message quietWeek(Page page, LocalDate today) {
        var week = page.inTouch() == 0
                ? ""
                : " You were in touch with " + Count.of(page.inTouch(), "person", "people") + ".";
        var next = page.matters().stream()
                .findFirst()
                .map(matter -> " " + matter.person().name() + " is next, around "
                        + DayWriter.prose(matter.item().on(), today) + ".")
                .orElse("");
        return Message.of("Nobody is waiting on you this week." + week + next)
                .small(Line.EMPTY.code("/people").plain(" · ").code("/nudge settings"));
    }

    private static Message welcome() {
        return Message.of(
                Line.of("This is where I'll find you. ")
                        .strong("Who are three people you'd be sorry to lose touch with?"),
                new Control.Button("Name them", "/names"),
                new Control.Button("Later", "/fine"));
    }

    private static Message starter() {
        return Message.of(
                Line.of(
                                "Nothing to bring you yet. Who is one person you'd be sorry to lose touch with? Or, after your next"
                                        + " conversation: ")
                        .code("/met name - one line"),
                new Control.Button("Add someone", "/names"),
                new Control.Button("Stop", "/nudge stop"));
    }

    private static Message slower(Member member) {
        if (member.progress().pace() == Pace.SILENT) {
            return Message.of("I'll be quiet until you speak to me. Everything you noted is kept.");
        }
        return Message.of(
                Line.of("I'll keep to Mondays unless you'd rather not."),
                new Control.Button("Keep daily", "/nudge resume"),
                new Control.Button("Mondays", "/fine mondays"),
                new Control.Button("Stop", "/nudge stop"));
    }
}
