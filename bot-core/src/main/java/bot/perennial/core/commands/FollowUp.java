package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One follow-up being made, moved, done or stopped. */
final class FollowUp {
    private static final int USUAL_WEEKS = 2;
    private static final int QUIET_MONTHS = 6;

    private final Notebook notebook;
    private final Invocation invocation;
    private final LocalDate today;
    private final Optional<Promise.Kind> kind;
    private final Optional<String> about;

    FollowUp(Notebook notebook, Invocation invocation, Optional<Promise.Kind> kind, Optional<String> about) {
        this.notebook = notebook;
        this.invocation = invocation;
        this.today = invocation.today();
        this.kind = kind;
        this.about = about;
    }

    Reply every(List<Found> found, Kind.Pace pace) {
        var message = Message.EMPTY;
        for (var one : found) {
            if (pace instanceof Kind.Pace.Stop && one.person().isEmpty()) {
                return Which.first(one, fit -> "/followup " + fit.typed() + " every stop");
            }
            var person = known(one);
            switch (pace) {
                case Kind.Pace.Every(var rhythm) -> {
                    var kept = Keep.every(notebook, person, rhythm, today);
                    notebook.people().save(kept);
                    message = message.entry(
                            Line.EMPTY
                                    .strong(kept.name())
                                    .plain(", " + rhythm.words() + ". Next hello: ")
                                    .strong(Keep.dated(kept.keeping().next().orElse(today), today))
                                    .plain("." + nudgeOff()),
                            Phrases.change(kept),
                            Phrases.undo(notebook, invocation));
                }
                case Kind.Pace.Stop() -> {
                    notebook.people().save(person.with(Keeping.NONE));
                    message = message.entry(
                            Line.EMPTY.strong(person.name()).plain(": no more hellos. Everything you noted stays."),
                            Phrases.undo(notebook, invocation));
                }
            }
            message = message.and(Which.saved(one, person));
        }
        return new Reply.Done(message, Reply.Place.ENTRY);
    }

    Reply when(List<Found> found, Optional<Kind.When> when) {
        return switch (when.orElse(null)) {
            case null -> promise(found, Optional.empty());
            case Kind.When.On(LocalDate day) -> promise(found, Optional.of(day));
            case Kind.When.Later(LocalDate day) -> each(found, "later " + day, person -> later(person, day));
            case Kind.When.Done() -> each(found, "done", this::done);
            case Kind.When.Stop() -> each(found, "stop", this::stop);
        };
    }

    private Reply promise(List<Found> found, Optional<LocalDate> asked) {
        if (asked.isPresent() && asked.get().isBefore(today)) {
            return new Reply.Refused(
                    Message.of(
                            Line.of(DayWriter.weekday(asked.get(), today) + " has passed. Nothing scheduled yet. Try ")
                                    .code("tomorrow")
                                    .plain(", ")
                                    .code("2w")
                                    .plain(" or ")
                                    .code("15 aug")
                                    .plain(".")),
                    FollowUpCommand.WHEN.name());
        }
        var message = Message.EMPTY;
        for (var one : found) {
            var person = known(one);
            var rhythm = person.keeping().rhythm();
            var day = asked.or(() -> rhythm.map(chosen -> chosen.after(today))).orElse(today.plusWeeks(USUAL_WEEKS));
            var made = notebook.promises().add(person.id(), day, kind.orElse(Promise.Kind.CHECK_IN), about, today);
            var said = Line.EMPTY.strong(person.name()).plain(", " + Keep.dated(day, today));
            said = said.plain(about.map(words -> ": " + words).orElse("") + ". ");
            if (asked.isEmpty()) {
                said = said.plain(
                        "You didn't say when, so I took " + (rhythm.isPresent() ? "their rhythm" : "two weeks") + ". ");
            }
            message = message.and(new Bringing(notebook, invocation).of(said, person, made));
            message = message.and(coldAsk(person, day)).and(added(one)).and(Which.saved(one, person));
        }
        return new Reply.Done(message, Reply.Place.ENTRY);
    }

    private static Message added(Found one) {
        return one.person().isPresent() || one.unclear()
                ? Message.EMPTY
                : Message.of(Line.of("Added ").strong(one.name()).plain(" — only you can see this."));
    }

    /** One gentle line before asking something of someone who has been quiet for long; never in the way. */
    private Message coldAsk(Person person, LocalDate day) {
        var last = person.contact().last();
        if (kind.filter(Promise.Kind.ASK::equals).isEmpty()
                || last.isEmpty()
                || last.get().isAfter(today.minusMonths(QUIET_MONTHS))) {
            return Message.EMPTY;
        }
        var before = today.plusDays(Math.max(1, today.until(day, ChronoUnit.DAYS) / 2));
        return Message.of(
                Line.of("It's been " + DayWriter.length(last.get(), today) + " since you and " + person.name()
                        + " spoke. Some people start with a hello or something useful first."),
                new Control.Button("Add a hello before", "/followup " + person.typed() + " " + before),
                new Control.Button("Leave it", "/fine"));
    }

    private Message later(Person person, LocalDate day) {
        var open = notebook.promises().openWith(person.id());
        var hello = person.keeping().next();
        if (day.isBefore(today)) {
            return Message.EMPTY;
        }
        if (!open.isEmpty()
                && hello.filter(next -> next.isBefore(open.getFirst().due())).isEmpty()) {
            notebook.promises().save(open.getFirst().moved(day));
        } else if (hello.isPresent()) {
            notebook.people().save(person.with(person.keeping().moved(day)));
        } else {
            return Message.EMPTY;
        }
        var moved = Message.of(
                Line.EMPTY.strong(person.name()).plain(", moved to " + Keep.dated(day, today) + "."),
                Phrases.change(person),
                invocation.typed().isBlank() ? Phrases.undo(notebook, person) : Phrases.undoAll(notebook));
        return Nudging.finished(notebook, invocation, moved);
    }

    private Message done(Person person) {
        var open = notebook.promises().openWith(person.id());
        if (!open.isEmpty()) {
            notebook.promises().save(open.getFirst().closed(today));
            return Message.of(
                    Line.of("✓ ")
                            .strong(person.name())
                            .plain(", done"
                                    + open.getFirst()
                                            .about()
                                            .map(words -> ": " + words)
                                            .orElse("") + "."),
                    Phrases.undo(notebook, invocation));
        }
        return person.keeping().next().isEmpty() ? Message.EMPTY : ReachedCommand.today(notebook, person, invocation);
    }

    private Message stop(Person person) {
        var open = notebook.promises().openWith(person.id());
        var said = Line.EMPTY.strong(person.name()).plain(": just remembered, no nudges. Everything you noted stays.");
        if (open.isEmpty() && person.keeping().equals(Keeping.NONE)) {
            return Message.of(said);
        }
        open.forEach(promise -> notebook.promises().save(promise.closed(today)));
        notebook.people().save(person.with(Keeping.NONE));
        return Message.of(said, Phrases.undo(notebook, invocation));
    }

    private Reply each(List<Found> found, String verb, Function<Person, Message> change) {
        var message = Message.EMPTY;
        for (var one : found) {
            if (one.person().isEmpty()) {
                return Which.first(one, fit -> "/followup " + fit.typed() + " " + verb);
            }
            var person = one.person().get();
            var said = change.apply(person);
            if (said.blocks().isEmpty()) {
                return new Reply.Refused(Message.of(Line.of("There is nothing planned with ")
                        .strong(person.name())
                        .plain(" to change. Try ")
                        .code("/followup " + person.name() + " 2w")
                        .plain(".")));
            }
            message = message.and(said);
        }
        return new Reply.Done(message, Reply.Place.ENTRY);
    }

    private Person known(Found one) {
        return one.person().orElseGet(() -> notebook.people().add(one.name(), one.account(), one.unclear(), today));
    }

    private String nudgeOff() {
        return notebook.member().nudge().on() ? "" : " Your nudge is off: /nudge settings turns it on.";
    }
}
