package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox;
import java.time.Instant;
import java.util.Optional;

/** Finds the words of a letter from what is true when it is sent. */
@FunctionalInterface
public interface Composer {
    /** Empty when there is nothing left to say, or the member does not want to hear it any more. */
    Optional<Message> compose(Letter letter, Outbox.Page page, Instant now);
}
