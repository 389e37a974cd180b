package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;

/** Pressed under a log: whom that person said one should talk to. */
public final class SuggestedCommand implements Command {
    private static final Option<Who> VIA =
            Option.of("via", "who suggested them", new Kind.Someone()).required();
    private static final Option<Who> WHO = Option.of("who", "whom they suggested", new Kind.Someone());
    private static final Option<String> NOTE = Option.words("note", "why");

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("suggested", VIA, WHO, NOTE);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var via = Found.one(notebook, invocation.arguments().get(VIA)).flatMap(Found::person);
        if (via.isEmpty()) {
            return Which.gone();
        }
        var who = invocation.arguments().find(WHO);
        if (who.isEmpty()) {
            return new Reply.Ask(new Form(
                    "Who was suggested?",
                    "/suggested " + via.get().typed(),
                    "Remember",
                    List.of(
                            Field.words("who", "Whom did they suggest?", "").required(),
                            Field.prose("note", "What about?", ""))));
        }
        var someone = Found.one(notebook, who.get());
        if (someone.isEmpty()) {
            return Which.gone();
        }
        var found = someone.get();
        var person = found.person().orElseGet(() -> notebook.people()
                .add(found.name(), found.account(), found.unclear(), invocation.today()));
        var profile = person.profile().via(via.get().id());
        var noted = invocation
                .arguments()
                .find(NOTE)
                .map(words -> profile.upTo(words, invocation.today()))
                .orElse(profile);
        notebook.people().save(person.with(noted));
        return new Reply.Done(
                Message.of(
                        Line.of("Added ")
                                .strong(person.name())
                                .plain(", suggested by ")
                                .strong(via.get().name())
                                .plain("."),
                        new Control.Button("Follow up in a week", "/followup " + person.typed() + " 1w"),
                        Phrases.undo(notebook)),
                Reply.Place.BESIDE);
    }
}
