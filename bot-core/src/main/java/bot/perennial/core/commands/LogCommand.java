package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Pressed on a card: a form to log a contact with that person. */
public final class LogCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom it is about", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("log", WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return Found.one(notebook, invocation.arguments().get(WHO))
                .flatMap(Found::person)
                .<Reply>map(person -> new Reply.Ask(new Form(
                        "Log a contact",
                        "/met " + person.typed(),
                        "Save",
                        List.of(
                                Field.prose("note", "What do you want to remember?", ""),
                                Field.words("where", "Where", ""),
                                Field.words("when", "When", "today").hint("today, yesterday, mon, 3d ago, 12 jul"),
                                Field.oneOf("how", "How", MetCommand.WAYS, ""),
                                Field.words("next", "When to get back to them", "")
                                        .hint("2w, fri, 15 aug")))))
                .orElseGet(Which::gone);
    }
}
