package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.LocalMoment;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Says how a promise will come back, and sees to it where the daily nudge would not. */
final class Bringing {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final LocalTime LATEST = LocalTime.of(20, 0);
    private static final int HALF_HOUR = 30;
    private static final int AHEAD_MINUTES = 60;

    private final Notebook notebook;
    private final Invocation invocation;

    Bringing(Notebook notebook, Invocation invocation) {
        this.notebook = notebook;
        this.invocation = invocation;
    }

    Message of(Line said, Person person, Promise promise) {
        var settings = notebook.member().nudge();
        var day = promise.due();
        var clock = settings.time().format(CLOCK);
        if (!settings.on()) {
            return Message.of(
                    said.plain("Your nudge is off, so you will find it under /followup."),
                    new Control.Button("Turn on my nudge", "/turnon"),
                    Phrases.change(person, promise),
                    Phrases.undo(notebook, invocation));
        }
        if (day.equals(invocation.today()) && outAlready()) {
            return Message.of(
                    said.plain(today(promise)), Phrases.change(person, promise), Phrases.undo(notebook, invocation));
        }
        if (!settings.days().contains(day.getDayOfWeek())) {
            var brought = day;
            while (!settings.days().contains(brought.getDayOfWeek())) {
                brought = brought.plusDays(1);
            }
            return Message.of(
                    said.plain(DayWriter.weekday(day, invocation.today())
                                    + " isn't one of your nudge days; I'll bring it ")
                            .strong(DayWriter.weekday(brought, invocation.today()))
                            .plain("."),
                    new Control.Button(
                            "Keep " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            "/bring " + Phrases.id(promise.id())),
                    Phrases.change(person, promise),
                    Phrases.undo(notebook, invocation));
        }
        return Message.of(
                said.plain("Comes with your " + clock + " nudge."),
                Phrases.change(person, promise),
                Phrases.undo(notebook, invocation));
    }

    /** Plans a letter of its own for a promise, on a day at a time of the member's. */
    void plan(Promise promise, LocalDate day, LocalTime time) {
        LocalMoment.at(day, time, notebook.member().zone()).ifPresent(at -> notebook.letters()
                .plan(
                        Letter.Kind.PROMISE,
                        Phrases.id(promise.id()) + " " + day,
                        at,
                        List.of(new Item.Kept(promise.id(), promise.personId(), day))));
    }

    private boolean outAlready() {
        var now = LocalTime.ofInstant(invocation.at(), notebook.member().zone());
        return !now.isBefore(notebook.member().nudge().time());
    }

    private String today(Promise promise) {
        var now = LocalTime.ofInstant(invocation.at(), notebook.member().zone());
        var minutes = now.toSecondOfDay() / 60 + AHEAD_MINUTES;
        var next = (minutes + HALF_HOUR - 1) / HALF_HOUR * HALF_HOUR;
        if (next > LATEST.toSecondOfDay() / 60) {
            return "It's late for today, so it comes with your next nudge.";
        }
        var time = LocalTime.of(next / 60, next % 60);
        plan(promise, invocation.today(), time);
        return "I'll send it at " + time.format(CLOCK) + " today.";
    }
}
