package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Sent by the form of a card: all of it is as the form says, and what was left empty is gone. */
public final class RewordCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whose card", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button(
                "reword",
                WHO,
                PeopleEditCommand.NAME,
                PeopleEditCommand.TAGS,
                PeopleEditCommand.UP_TO,
                PeopleEditCommand.NEEDS,
                PeopleEditCommand.OFFERS);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var found = Found.one(notebook, arguments.get(WHO)).flatMap(Found::person);
        if (found.isEmpty()) {
            return Which.gone();
        }
        var person = found.get();
        return PeopleEditCommand.changed(
                notebook,
                invocation,
                person.named(arguments.find(PeopleEditCommand.NAME).orElse(person.name()))
                        .with(person.profile()
                                .tags(arguments.find(PeopleEditCommand.TAGS).orElse(List.of()))
                                .upTo(arguments.find(PeopleEditCommand.UP_TO).orElse(""), invocation.today())
                                .needs(arguments.find(PeopleEditCommand.NEEDS).orElse(""))
                                .offers(arguments.find(PeopleEditCommand.OFFERS).orElse(""))));
    }
}
