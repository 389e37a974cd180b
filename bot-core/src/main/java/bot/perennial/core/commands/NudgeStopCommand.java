package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;

/** Turns the nudge off, in one action. */
public final class NudgeStopCommand implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "Turn your nudge off").word("stop").examples("/nudge stop");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var member = notebook.member();
        if (!member.nudge().on()) {
            return new Reply.Done(
                    Message.of(Line.of("Your nudge is off already. ")
                            .code("/nudge resume")
                            .plain(" brings it back.")),
                    Reply.Place.ENTRY);
        }
        Nudging.save(notebook, member.with(member.nudge().on(false)), invocation.at());
        return new Reply.Done(
                Message.of(
                        Line.of("Your nudge is off. Everything you noted is kept; ")
                                .code("/nudge resume")
                                .plain(" brings it back."),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
