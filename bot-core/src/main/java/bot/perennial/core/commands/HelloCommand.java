package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;

/** Pressed under a nudge: why now, how to begin, not this time, or not for a while. */
public final class HelloCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom it is about", new Kind.Someone()).required();
    private static final Option<String> WHAT = Option.of(
                    "what",
                    "what to do",
                    new Kind.OneOf(List.of(
                            new Choice("why", "why"),
                            new Choice("openers", "openers"),
                            new Choice("skip", "skip"),
                            new Choice("rest", "rest"))))
            .atTheEnd()
            .required();
    private static final List<String> OPENERS = List.of(
            "I was just reminded of you. How are things?",
            "Last time we spoke you mentioned something I have thought about since. How did it turn out?",
            "I came across something you might like. Shall I send it?",
            "It has been a while! What are you working on these days?",
            "No agenda, just a hello. What has been good lately?",
            "I'd enjoy catching up. A call or a coffee some time?");
    private static final int SHOWN = 3;

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("hello", WHO, WHAT);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var found = Found.one(notebook, invocation.arguments().get(WHO)).flatMap(Found::person);
        if (found.isEmpty()) {
            return Which.gone();
        }
        var person = found.get();
        var today = invocation.today();
        return switch (invocation.arguments().get(WHAT)) {
            case "openers" -> new Reply.Done(openers(person, today), Reply.Place.BESIDE);
            case "skip" -> skipped(notebook, person, invocation);
            case "rest" -> {
                notebook.people().save(person.with(person.keeping().rested()));
                yield changed(
                        Line.EMPTY.strong(person.name()).plain(" rests until you are in touch again."),
                        notebook,
                        person,
                        invocation);
            }
            default -> new Reply.Done(Message.of(why(notebook, person, today)), Reply.Place.BESIDE);
        };
    }

    /** “Every 8 weeks, your choice on 3 March. Last contact 3 June (message). Ideal day 29 July; …” */
    static Line why(Notebook notebook, Person person, LocalDate today) {
        var line = Line.EMPTY.strong(person.name()).plain(": ");
        var promise = notebook.promises().openWith(person.id()).stream()
                .filter(open -> !open.due().isAfter(today))
                .findFirst();
        if (promise.isPresent()) {
            line = line.plain(
                    "you promised this on " + DayWriter.prose(promise.get().madeOn(), today) + " for "
                            + DayWriter.weekday(promise.get().due(), today) + ". ");
        }
        var keeping = person.keeping();
        if (keeping.rhythm().isPresent()) {
            var chosen = keeping.chosenOn()
                    .map(day -> ", your choice on " + DayWriter.prose(day, today))
                    .orElse("");
            line = line.plain(keeping.rhythm().get().words() + chosen + ". ");
        }
        var contact = person.contact();
        if (contact.last().isPresent()) {
            var way = contact.ways().stream()
                    .findFirst()
                    .map(how -> " (" + how.said() + ")")
                    .orElse("");
            line = line.plain("Last contact " + DayWriter.prose(contact.last().get(), today) + way + ". ");
        }
        if (keeping.ideal().isPresent() && keeping.next().isPresent()) {
            var moved = keeping.ideal().get().equals(keeping.next().get())
                    ? "."
                    : "; placed " + placed(keeping.next().get(), today) + " to keep your mornings light.";
            line = line.plain("Ideal day " + DayWriter.prose(keeping.ideal().get(), today) + moved);
        }
        return line;
    }

    private static String placed(LocalDate day, LocalDate today) {
        return day.equals(today) ? "today" : "on " + DayWriter.prose(day, today);
    }

    private static Message openers(Person person, LocalDate today) {
        var first = (int) Math.floorMod(today.toEpochDay() + person.id(), (long) OPENERS.size());
        var message =
                Message.of(Line.of("Ways to begin with ").strong(person.name()).plain(":"));
        for (var i = 0; i < SHOWN; i++) {
            message = message.entry(Line.of("• " + OPENERS.get((first + i) % OPENERS.size())));
        }
        return message;
    }

    private static Reply skipped(Notebook notebook, Person person, Invocation invocation) {
        var today = invocation.today();
        var rhythm = person.keeping().rhythm();
        var keeping = rhythm.map(chosen -> person.keeping().moved(chosen.after(today)))
                .orElse(Keeping.NONE);
        notebook.people().save(person.with(keeping));
        var next = keeping.next()
                .map(day -> " Next hello " + Keep.dated(day, today) + ".")
                .orElse("");
        return changed(
                Line.EMPTY.strong(person.name()).plain(" — not this time." + next), notebook, person, invocation);
    }

    private static Reply changed(Line said, Notebook notebook, Person person, Invocation invocation) {
        var message = Message.of(said, Phrases.undo(notebook, person));
        return new Reply.Done(Nudging.finished(notebook, invocation, message), Reply.Place.ENTRY);
    }
}
