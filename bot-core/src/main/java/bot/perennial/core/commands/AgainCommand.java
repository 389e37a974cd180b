package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.util.ArrayList;

/** Pressed when a log looked like a repeat and was a second meeting after all. */
public final class AgainCommand implements Command {
    private static final Option<Long> LOG =
            Option.of("log", "what was logged", new Kind.Id()).required();

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("again", LOG);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var log = notebook.meetings().log(invocation.arguments().get(LOG));
        if (log.isEmpty()) {
            return new Reply.Refused(Message.of("That log is no longer there."));
        }
        var names = new ArrayList<String>();
        for (var meeting : log) {
            var person = notebook.people().find(meeting.personId()).orElseThrow();
            notebook.people()
                    .save(Keep.logged(
                            notebook, person, meeting.on(), meeting.how(), invocation.at(), invocation.today()));
            notebook.meetings()
                    .add(person.id(), meeting.on(), meeting.how(), meeting.where(), meeting.note(), invocation.at());
            names.add(person.name());
        }
        var said = Line.of("Logged as a second meeting: ")
                .strong(String.join(", ", names))
                .plain(" — " + Phrases.meeting(log.getFirst(), invocation.today()) + ".");
        return new Reply.Done(Message.of(said, Phrases.undo(notebook)));
    }
}
