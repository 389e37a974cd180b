package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;

/** Shows everything noted about one person. */
public final class PeopleCardCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whose card", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("people", "Open someone's card: what you noted, what is next", WHO)
                .word("card")
                .examples("/people dana")
                .role(CommandSpec.Role.OTHERWISE);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var found = Found.one(notebook, invocation.arguments().get(WHO));
        if (found.isEmpty()) {
            return Which.gone();
        }
        return found.get()
                .person()
                .<Reply>map(person ->
                        new Reply.Done(new Card(notebook, person, invocation.today()).message(), Reply.Place.BESIDE))
                .orElseGet(() -> Which.first(found.get(), fit -> "/people card " + fit.typed()));
    }
}
