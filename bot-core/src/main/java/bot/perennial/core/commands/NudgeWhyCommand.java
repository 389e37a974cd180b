package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Notebook;

/** Says what became of the last nudges, and why those who are due today are. */
public final class NudgeWhyCommand implements Command {
    private static final int MOST = 5;

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "Why now? And what became of your last nudges")
                .word("why")
                .examples("/nudge why");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var today = invocation.today();
        var settings = notebook.member().nudge();
        var message = Message.of(Line.of(
                settings.on()
                        ? "Your nudge comes " + Nudging.within(settings) + " in "
                                + ZoneCommand.city(notebook.member().zone()) + ", when somebody is due."
                        : "Your nudge is off."));
        var due = notebook.due(today).stream().limit(MOST).toList();
        for (var matter : notebook.matters(due)) {
            message = message.entry(HelloCommand.why(notebook, matter.person(), today));
        }
        for (var letter : notebook.letters().latest(Letter.Kind.NUDGE, MOST)) {
            var day = DayWriter.weekday(notebook.member().today(letter.due()), today);
            message = message.small(Line.of(day + ": " + became(letter.state())));
        }
        return new Reply.Done(message);
    }

    private static String became(Letters.State state) {
        return switch (state) {
            case PLANNED, CLAIMED, SENDING -> "on its way";
            case SENT -> "delivered";
            case AMBIGUOUS -> "may not have arrived; what it held was kept";
            case FAILED -> "could not be delivered; what it held was kept";
            case EXPIRED -> "too late to send; folded into the next";
            case CANCELLED -> "nothing was left to say";
        };
    }
}
