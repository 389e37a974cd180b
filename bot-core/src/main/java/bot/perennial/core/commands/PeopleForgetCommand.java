package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;

/** Asks whether to forget someone, and says what would go. */
public final class PeopleForgetCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom to forget", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("people", "Forget someone, with everything you noted about them", WHO)
                .word("forget")
                .examples("/people forget dana");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var found = Found.one(notebook, invocation.arguments().get(WHO));
        if (found.isEmpty()) {
            return Which.gone();
        }
        return found.get()
                .person()
                .<Reply>map(person -> new Reply.Done(asked(notebook, person)))
                .orElseGet(() -> Which.first(found.get(), fit -> "/people forget " + fit.typed()));
    }

    private static Message asked(Notebook notebook, Person person) {
        var logs = person.contact().times();
        var promises = notebook.promises().openWith(person.id()).size();
        return Message.of(
                Line.of("Forget ")
                        .strong(person.name())
                        .plain("? What goes with them: " + counted(logs, "log") + " and "
                                + counted(promises, "open promise") + ". You can undo it for 24 hours."),
                new Control.Button("Forget", "/forget " + person.typed()),
                new Control.Button("Keep", "/fine"));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
