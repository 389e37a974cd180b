package bot.perennial.core.commands;

import bot.perennial.core.calendar.Direction;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;

/** Pressed under a log: a form with what was stored, and the log as it should have been. */
public final class EditCommand implements Command {
    private static final Option<Long> MEETING =
            Option.of("meeting", "which meeting", new Kind.Id()).required();
    private static final Option<String> WHERE = Option.words("where", "where you met");
    private static final Option<String> NOTE = Option.words("note", "what you want to remember");
    private static final Option<LocalDate> WHEN = Option.of("when", "when it was", new Kind.Day(Direction.PAST));
    private static final Option<String> HOW =
            Option.of("how", "how you were in touch", new Kind.OneOf(MetCommand.WAYS));

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("edit", MEETING, WHERE, NOTE, WHEN, HOW);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var meeting = notebook.meetings().find(arguments.get(MEETING));
        if (meeting.isEmpty()) {
            return new Reply.Refused(Message.of("That log is no longer there."));
        }
        var when = arguments.find(WHEN);
        if (when.isEmpty()) {
            return new Reply.Ask(form(meeting.get()));
        }
        if (when.get().isAfter(invocation.today())) {
            return new Reply.Refused(Message.of("That day hasn't happened yet. Nothing changed."), WHEN.name());
        }
        var log = notebook.meetings().log(meeting.get().log());
        for (var each : log.isEmpty() ? List.of(meeting.get()) : log) {
            notebook.meetings()
                    .save(each.told(
                            when.get(),
                            arguments.find(HOW).flatMap(How::of),
                            arguments.find(WHERE),
                            arguments.find(NOTE)));
            notebook.people().find(each.personId()).ifPresent(person -> notebook.people()
                    .save(Keep.recounted(notebook, person, invocation.today())));
        }
        var person = notebook.people().find(meeting.get().personId()).orElseThrow();
        var changed = notebook.meetings().find(meeting.get().id()).orElseThrow();
        var said = Line.of("Changed: ")
                .strong(person.name())
                .plain(" — " + Phrases.meeting(changed, invocation.today()) + ".");
        return new Reply.Done(
                Message.of(changed.note().map(said.plain(" ")::quote).orElse(said), Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }

    private static Form form(Meeting meeting) {
        return new Form(
                "Edit",
                "/edit " + Phrases.id(meeting.id()),
                "Save",
                List.of(
                        Field.words("when", "When", meeting.on().toString()).required(),
                        Field.words("where", "Where", meeting.where().orElse("")),
                        Field.prose("note", "Note", meeting.note().orElse("")),
                        Field.oneOf(
                                "how",
                                "How",
                                MetCommand.WAYS,
                                meeting.how().map(How::word).orElse(""))));
    }
}
