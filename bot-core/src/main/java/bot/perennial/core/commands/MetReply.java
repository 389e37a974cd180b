package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.commands.MetCommand.Logged;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the bot says after a log: what was stored, in words, and what can follow. */
final class MetReply {
    private static final int MANY = 4;
    private static final int KEPT = 3;

    private final Notebook notebook;
    private final List<Logged> logged;
    private final LocalDate today;

    MetReply(Notebook notebook, List<Logged> logged, LocalDate today) {
        this.notebook = notebook;
        this.logged = logged;
        this.today = today;
    }

    Message message() {
        var message = logged.size() == 1 ? one(logged.getFirst()) : several();
        for (var each : logged) {
            message = message.and(Which.saved(each.found(), each.person()));
        }
        var first = logged.getFirst();
        if (logged.size() == 1) {
            message = message.entry(Line.EMPTY, HelpedCommand.buttons(first.meeting(), first.person()));
        }
        return message.entry(
                Line.EMPTY,
                new Control.Button("Edit", "/edit " + Phrases.id(first.meeting().id())),
                Phrases.undoAll(notebook));
    }

    private Message one(Logged only) {
        var person = only.person();
        var said = Line.EMPTY.strong(person.name()).plain(" — " + Phrases.meeting(only.meeting(), today) + ".");
        said = only.meeting().note().map(said.plain(" ")::quote).orElse(said);
        var message = Message.of(said);
        if (only.before().times() > 0) {
            var last = only.before()
                    .last()
                    .map(day -> "; " + since(day, only.meeting().on()))
                    .orElse("");
            message = message.entry(
                    Line.of("Your " + Phrases.ordinal(person.contact().times()) + " time" + last + "."));
        }
        message = message.and(promised(only, "You"));
        var next = only.next();
        var hello = next.map(Promise::due).or(() -> person.keeping().next());
        if (hello.isPresent()) {
            message = message.entry(
                    Line.of("Next hello: ")
                            .strong(DayWriter.weekday(hello.get(), today))
                            .plain(" (" + DayWriter.relative(hello.get(), today) + ")"),
                    next.map(made -> Phrases.change(person, made)).orElseGet(() -> Phrases.change(person)));
        }
        if (only.found().unclear()) {
            return message;
        }
        return only.found().person().isEmpty()
                ? message.and(added(person))
                : hello.isPresent() ? message : message.and(unplanned(person));
    }

    /** When the last contact was that was known already; it may be later than the one that was logged. */
    private String since(LocalDate last, LocalDate logged) {
        if (last.equals(logged)) {
            return "before this, earlier " + (last.equals(today) ? "today" : "that day");
        }
        return (last.isBefore(logged) ? "before this, " : "the latest, ") + DayWriter.prose(last, today);
    }

    private Message several() {
        var first = logged.getFirst().meeting();
        var names = logged.stream().map(each -> each.person().name()).collect(Collectors.joining(", "));
        var place = first.where().map(where -> " at " + where).orElse("");
        var said = Line.of("Logged " + logged.size() + " people" + place + ", " + Phrases.day(first.on(), today) + ": ")
                .strong(names)
                .plain(".");
        var message = Message.of(first.note().map(said.plain(" ")::quote).orElse(said));
        var next = logged.getFirst().next();
        if (next.isPresent()) {
            message = message.entry(Line.of("Next hello to each: ")
                    .strong(DayWriter.weekday(next.get().due(), today)));
        }
        if (logged.size() < MANY) {
            for (var each : logged) {
                var fresh = each.found().person().isEmpty() && !each.found().unclear();
                message = message.and(promised(each, each.person().name() + ": you"));
                message = fresh ? message.and(added(each.person())) : message;
            }
            return message;
        }
        var choices = logged.stream()
                .map(each -> new Choice(
                        Phrases.id(each.person().id()),
                        Phrases.label(each.person().name())))
                .limit(MetCommand.MOST_PEOPLE)
                .toList();
        return message.entry(
                Line.of("Keep up to three in touch; the rest stay in memory, no nudges."),
                new Control.Picks("Keep in touch", "/keep", choices, KEPT));
    }

    private Message promised(Logged each, String you) {
        var message = Message.EMPTY;
        var who = " who:" + each.person().typed();
        for (var promise : each.open()) {
            var line = "/promise " + Phrases.id(promise.id());
            message = message.entry(
                    Phrases.promised(you, promise, today),
                    new Control.Button("Done", line + " done" + who),
                    new Control.Button("Not yet", line + " open" + who));
        }
        return message;
    }

    private static Message unplanned(Person person) {
        var line = "/followup " + person.typed() + " ";
        return Message.of(
                Line.of("When would you like to get back to them?"),
                new Control.Button("1 week", line + "1w"),
                new Control.Button("1 month", line + "1m"),
                new Control.Button("3 months", line + "3m"),
                new Control.Button("Pick a date", "/pick " + Phrases.id(person.id())),
                new Control.Button("No need", "/fine"));
    }

    private static Message added(Person person) {
        return Message.EMPTY.entry(
                Line.of("Added ")
                        .strong(person.name())
                        .plain(" — only you can see this. How often would you like to stay in touch?"),
                RhythmCommand.buttons(person));
    }
}
