package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.Direction;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.Optional;

/** Rests the nudge until a date, on which it comes back by itself. */
public final class NudgePauseCommand implements Command {
    private static final Option<LocalDate> UNTIL = Option.of(
                    "until", "the first day to be nudged again", new Kind.Day(Direction.FUTURE))
            .after("until");

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "Pause your nudge until a date", UNTIL)
                .word("pause")
                .examples("/nudge pause until 1 sep", "/nudge pause 2w");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var until = invocation.arguments().find(UNTIL).orElse(invocation.today().plusWeeks(1));
        if (!until.isAfter(invocation.today())) {
            return new Reply.Refused(
                    Message.of(Line.of("A pause ends on a day to come. Nothing changed. Try ")
                            .code("/nudge pause 2w")
                            .plain(".")),
                    UNTIL.name());
        }
        var member = notebook.member();
        if (!member.nudge().on()) {
            return new Reply.Refused(Message.of(Line.of("Your nudge is off, so there is nothing to pause. ")
                    .code("/nudge resume")
                    .plain(" brings it back.")));
        }
        notebook.save(member.with(member.nudge().pausedUntil(Optional.of(until))));
        return new Reply.Done(
                Message.of(
                        Line.of("Paused until ")
                                .strong(DayWriter.weekday(until, invocation.today()))
                                .plain(". Nothing is lost."),
                        new Control.Button("Resume now", "/nudge resume"),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
