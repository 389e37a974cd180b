package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Progress.Pace;
import bot.perennial.core.store.Notebook;
import java.util.Optional;

/** Ends a pause, or brings a slowed nudge back to the chosen days. */
public final class NudgeResumeCommand implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "End a pause, or go back to your chosen days")
                .word("resume")
                .examples("/nudge resume");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var member = notebook.member();
        var progress = member.progress().untouched(0, Pace.CHOSEN);
        var today = invocation.today();
        var missed = progress.backOn().filter(day -> day.isAfter(today)).isPresent();
        var back = member.with(member.nudge().pausedUntil(Optional.empty()))
                .with(missed ? progress.backOn(Optional.of(today)) : progress);
        var told = Line.of("Your nudge is back: " + Nudging.within(back.nudge()) + ".");
        if (member.nudge().on() && back.equals(member)) {
            return new Reply.Done(Message.of(told), Reply.Place.ENTRY);
        }
        TurnOnCommand.start(notebook, back, invocation);
        return new Reply.Done(Message.of(told, Phrases.undo(notebook)), Reply.Place.ENTRY);
    }
}
