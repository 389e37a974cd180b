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
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** What can still be said of a meeting: who helped whom, and whom they suggested. */
    static List<Control> buttons(Meeting meeting, Person person) {
        var line = "/helped " + Phrases.id(meeting.id()) + " ";
        var who = " who:" + person.typed();
        var buttons = new ArrayList<Control>();
        if (!meeting.theyHelped()) {
            buttons.add(new Control.Button("They helped me", line + "they" + who));
        }
        if (!meeting.helpedThem()) {
            buttons.add(new Control.Button("I helped them", line + "me" + who));
        }
        buttons.add(new Control.Button("Did they suggest someone?", "/suggested " + person.typed()));
        return buttons;
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var meeting = notebook.meetings().find(invocation.arguments().get(MEETING));
        if (meeting.isEmpty()) {
            return new Reply.Refused(Message.of("That log is no longer there."));
        }
        var person = notebook.people().find(meeting.get().personId()).orElseThrow();
        if (invocation.arguments().get(HELPED).equals("me")) {
            var helped = meeting.get().helpedThem(true);
            notebook.meetings().save(helped);
            var said = Line.of("Noted: you helped ").strong(person.name()).plain(".");
            return noted(said, List.of(), helped, person, notebook);
        }
        var helped = meeting.get().theyHelped(true);
        notebook.meetings().save(helped);
        var thanks = "/followup " + person.typed() + " " + workday(invocation.today()) + " kind:thank";
        var said = Line.of("Noted: ").strong(person.name()).plain(" helped you. A thank-you on the next working day?");
        return noted(said, List.of(new Control.Button("Remind me to thank", thanks)), helped, person, notebook);
    }

    /** The rest can still be said, in an entry of its own that stays when this one is undone or answered. */
    private static Reply noted(Line said, List<Control> more, Meeting meeting, Person person, Notebook notebook) {
        var controls =
                Stream.concat(more.stream(), Stream.of(Phrases.undo(notebook))).toList();
        return new Reply.Done(
                Message.EMPTY.entry(said, controls).entry(Line.EMPTY, buttons(meeting, person)), Reply.Place.ENTRY);
    }

    private static LocalDate workday(LocalDate today) {
        var day = today.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
