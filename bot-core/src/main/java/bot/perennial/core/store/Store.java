package bot.perennial.core.store;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import java.util.List;
import java.util.function.Function;

/**
 * The bot's memory. Each call is one transaction, whose work may be run again after a deadlock: let it touch nothing
 * but what it is given.
 */
public interface Store {
    /**
     * Lets one gesture of one member read and write their notebook.
     *
     * <p>If the work wrote something and answered {@link Reply.Done}, all of it is committed together with the gesture's
     * key and the answer; any other answer stores nothing. A gesture whose key is already stored changes nothing and
     * gets its first answer again.
     *
     * @throws NotSaved when the database could not be reached or refused; nothing was stored
     * @throws PerhapsSaved when the outcome of the commit could not be learnt in time
     */
    Reply as(Opening opening, Function<Notebook, Reply> work);

    /** Lets a member look into their notebook; what is written there is lost. For completions while typing. */
    <T> T look(Account owner, Function<Notebook, T> work);

    /**
     * Under which accounts the same user of the same platform keeps a notebook, one for each community, oldest first.
     * Nobody else's are found, and nothing of what is noted there is read.
     */
    List<Account> notebooks(Account owner);

    /** Looks across all members, for the bot's own rounds. No command is given this. */
    <T> T backstage(Function<Backstage, T> work);

    /** Nothing was stored, because the memory could not be reached. */
    final class NotSaved extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotSaved(Throwable cause) {
            super("The database could not be reached", cause);
        }
    }

    /** Nobody can say at present whether it was stored. */
    final class PerhapsSaved extends RuntimeException {
        private static final long serialVersionUID = 1;

        public PerhapsSaved(Throwable cause) {
            super("The outcome of a commit is unknown", cause);
        }
    }
}
