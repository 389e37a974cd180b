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

/** Pressed to choose the date of a follow-up in a form. */
public final class PickCommand implements Command {
    private static final Option<Long> PERSON =
            Option.of("person", "whom", new Kind.Id()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("pick", PERSON);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var who = new Who.Known(invocation.arguments().get(PERSON)).typed();
        return new Reply.Ask(new Form(
                "Follow up",
                "/followup who:" + who,
                "Save",
                List.of(
                        Field.words("when", "When", "")
                                .hint("2w, fri, in 3 months, 15 aug")
                                .required(),
                        Field.prose("about", "What about?", ""))));
    }
}
