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
import java.util.List;

/** Pressed to choose how often to stay in touch with someone. */
public final class RhythmCommand implements Command {
    private static final Option<Who> WHO =
            Option.of("who", "whom it is about", new Kind.Someone()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("rhythm", WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var found = Found.one(notebook, invocation.arguments().get(WHO)).flatMap(Found::person);
        if (found.isEmpty()) {
            return Which.gone();
        }
        var person = found.get();
        var now = person.keeping()
                .rhythm()
                .map(rhythm -> " Now: " + rhythm.words() + ".")
                .orElse("");
        var question = Line.of("How often would you like to stay in touch with ")
                .strong(person.name())
                .plain("?" + now);
        return new Reply.Done(Message.EMPTY.entry(question, buttons(person)), Reply.Place.BESIDE);
    }

    static List<Control> buttons(Person person) {
        var every = "/followup " + person.typed() + " every ";
        return List.of(
                new Control.Button("Monthly", every + "month"),
                new Control.Button("Every 2–3 months", every + "10w"),
                new Control.Button("Twice a year", every + "6m"),
                new Control.Button("Just remember", "/followup " + person.typed() + " stop"));
    }
}
