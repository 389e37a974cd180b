package bot.perennial.core.nudge;

import bot.perennial.core.message.Control;
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
import java.util.HashSet;
import java.util.List;
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
            case MONDAY ->
                Optional.of(Message.of("Nobody is waiting on you this week.")
                        .small(Line.EMPTY.code("/people").plain(" · ").code("/nudge settings")));
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
        var cap = member.progress().returning() ? 1 : member.nudge().cap();
        var shown = new HashSet<Long>();
        var chosen = page.matters().stream()
                .filter(matter -> shown.contains(matter.person().id())
                        || (shown.size() < cap && shown.add(matter.person().id())))
                .toList();
        var rest = page.matters().stream()
                .filter(matter -> !chosen.contains(matter))
                .toList();
        var message = greeting(member, shown.size(), page.matters().size(), letter, now)
                .and(list(chosen, today));
        return Optional.of(message.and(more(rest)).and(footer()));
    }

    private static Message greeting(Member member, int people, int all, Letter letter, Instant now) {
        var name = member.name().isBlank() ? "" : ", " + member.name();
        var late = Duration.between(letter.due(), now).compareTo(A_LITTLE_LATE) > 0 ? " A little late today." : "";
        if (member.progress().returning()) {
            var others = all > people ? " The other " + (all - people) + " come back a few at a time." : "";
            return Message.of(Line.of("Welcome back" + name + ". Here is who came due while you were away." + others));
        }
        var message = Message.of(Line.EMPTY.strong("Good morning" + name + ". " + count(people) + " today." + late));
        return member.progress().nudges() > FIRST
                ? message
                : message.entry(
                        Line.of("This is how mornings will look: at most "
                                + member.nudge().cap() + " people, only when it's useful. Too many, too early?"),
                        new Control.Button("Change", "/nudge settings"),
                        new Control.Button("Perfect", "/fine"));
    }

    /** Promises beyond the cap are still named on their day; hellos wait. */
    private static Message more(List<Matter> rest) {
        var promised = rest.stream()
                .filter(matter -> matter.promise().isPresent())
                .map(matter -> matter.person().name()
                        + matter.promise()
                                .flatMap(promise -> promise.about())
                                .map(about -> " — " + about)
                                .orElse(""))
                .collect(Collectors.joining("; "));
        var waiting = rest.stream().filter(matter -> matter.promise().isEmpty()).count();
        var message = promised.isEmpty() ? Message.EMPTY : Message.of("Also promised: " + promised + ".");
        return waiting == 0
                ? message
                : message.small(Line.of(waiting + (waiting == 1 ? " other" : " others") + " can wait."));
    }

    private static Message footer() {
        return Message.of(
                        Line.EMPTY,
                        new Control.Button("Pause a week", "/nudge pause 1w"),
                        new Control.Button("Stop", "/nudge stop"))
                .small(Line.EMPTY
                        .code("/people")
                        .plain(" · ")
                        .code("/nudge pause")
                        .plain(" · ")
                        .code("/nudge settings"));
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
                new Control.Button("Mondays", "/fine"),
                new Control.Button("Stop", "/nudge stop"));
    }

    private static String count(int people) {
        return switch (people) {
            case 1 -> "One person";
            case 2 -> "Two people";
            case 3 -> "Three people";
            case 4 -> "Four people";
            default -> people + " people";
        };
    }
}
