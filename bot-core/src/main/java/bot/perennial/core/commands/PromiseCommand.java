package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;

/** Pressed under a promise: done, still open, dropped, or on another day. */
public final class PromiseCommand implements Command {
    private static final Option<Long> ID =
            Option.of("id", "which promise", new Kind.Id()).required();
    private static final Option<String> WHAT = Option.of(
                    "what",
                    "what became of it",
                    new Kind.OneOf(List.of(
                            new Choice("done", "done"), new Choice("open", "open"), new Choice("drop", "drop"))))
            .atTheEnd();
    /** Known to the button, so that one read brings them with what they were promised. */
    private static final Option<Who> WHO = Option.of("who", "whom it was promised", new Kind.Someone());

    private static final Option<Kind.When> WHEN = Option.of("when", "its new day", new Kind.Due());

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("promise", ID, WHAT, WHEN, WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var promise = notebook.promises().find(invocation.arguments().get(ID)).filter(Promise::open);
        if (promise.isEmpty()) {
            return new Reply.Refused(Message.of("That promise is closed already."));
        }
        var person = notebook.people().find(promise.get().personId()).orElseThrow();
        var name = Line.of("✓ ").strong(person.name());
        var about = promise.get().about().map(words -> ": " + words).orElse("");
        var today = invocation.today();
        if (invocation.arguments().find(WHEN).orElse(null) instanceof Kind.When.On(LocalDate day)) {
            notebook.promises().save(promise.get().moved(day.isBefore(today) ? today : day));
            return done(
                    Line.EMPTY.strong(person.name()).plain(about + ", moved to " + Keep.dated(day, today) + "."),
                    invocation,
                    person,
                    notebook);
        }
        return switch (invocation.arguments().find(WHAT).orElse("open")) {
            case "done" -> {
                notebook.promises().save(promise.get().closed(today));
                yield done(name.plain(", done" + about + "."), invocation, person, notebook);
            }
            case "drop" -> {
                notebook.promises().save(promise.get().closed(today));
                yield done(Line.EMPTY.strong(person.name()).plain(about + " — let go."), invocation, person, notebook);
            }
            default ->
                new Reply.Done(
                        Message.of(
                                Line.of("Fine, it stays open for "
                                        + Keep.dated(promise.get().due(), today) + "."),
                                Phrases.change(person, promise.get())),
                        Reply.Place.ENTRY);
        };
    }

    private static Reply done(Line said, Invocation invocation, Person person, Notebook notebook) {
        var message = Message.of(said, Phrases.undo(notebook, person));
        return new Reply.Done(Nudging.finished(notebook, invocation, message), Reply.Place.ENTRY);
    }
}
