package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;

/** Says how to let private messages through. */
public final class NudgeDmsCommand implements Command {
    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "How to let my private messages through")
                .word("dms")
                .examples("/nudge dms");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        return new Reply.Done(
                Message.of(Line.of(
                                "In your privacy settings, allow direct messages from this server or app,"
                                        + " then say anything to me. The next nudge tries again by itself. Until then everything is under ")
                        .code("/nudge")
                        .plain(".")),
                Reply.Place.BESIDE);
    }
}
