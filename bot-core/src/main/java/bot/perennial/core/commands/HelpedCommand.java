package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Pressed under a log: who helped whom. Remembered on both sides, and never counted into a score. */
public final class HelpedCommand implements Command {
    private static final Option<Long> MEETING =
            Option.of("meeting", "which meeting", new Kind.Id()).required();
    private static final Option<String> HELPED = Option.of(
                    "helped", "who helped", new Kind.OneOf(List.of(new Choice("they", "they"), new Choice("me", "me"))))
            .atTheEnd()
            .required();

    /** Known to the button, so that they need not be looked up after the meeting. */
    private static final Option<Who> WHO = Option.of("who", "whom it is about", new Kind.Someone());

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("helped", MEETING, HELPED, WHO);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var meeting = notebook.meetings().find(invocation.arguments().get(MEETING));
        if (meeting.isEmpty()) {
            return new Reply.Refused(Message.of("That log is no longer there."));
        }
        var person = notebook.people().find(meeting.get().personId()).orElseThrow();
        if (invocation.arguments().get(HELPED).equals("me")) {
            notebook.meetings().save(meeting.get().helpedThem(true));
            return new Reply.Done(
                    Message.of(
                            Line.of("Noted: you helped ").strong(person.name()).plain("."), Phrases.undo(notebook)),
                    Reply.Place.ENTRY);
        }
        notebook.meetings().save(meeting.get().theyHelped(true));
        var thanks = "/followup " + person.typed() + " " + workday(invocation.today()) + " kind:thank";
        return new Reply.Done(
                Message.of(
                        Line.of("Noted: ")
                                .strong(person.name())
                                .plain(" helped you. A thank-you on the next working day?"),
                        new Control.Button("Remind me to thank", thanks),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }

    private static LocalDate workday(LocalDate today) {
        var day = today.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
