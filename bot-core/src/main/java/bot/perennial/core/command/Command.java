package bot.perennial.core.command;

import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;

/** Something people can ask for. One class each, without state. */
public interface Command {
    CommandSpec spec();

    /** Answers in one transaction, touching nothing but the notebook; may be run again after a deadlock. */
    Reply run(Invocation invocation, Notebook notebook);
}
