package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import java.time.Instant;
import java.util.Optional;

/** Carries messages to the people of one platform. Each adapter brings one. */
public interface Courier {
    String platform();

    /** Whether it can carry anything at present; what waits is left to other processes while it can't. */
    default boolean onDuty() {
        return true;
    }

    /** Whether the platform recognises a repeat by its key for a while, so that an unclear attempt may be repeated. */
    boolean recognisesRepeats();

    /** Tells where direct messages to somebody go, as {@link #channel} told once, maybe in an earlier life. */
    default void introduce(Account to, String channel) {}

    /** Where direct messages to somebody go; empty before one has arrived, and where it costs nothing to find out. */
    default Optional<String> channel(Account to) {
        return Optional.empty();
    }

    /** How a message would get to somebody now; empty on a platform without limits. */
    Optional<Way> way(Account to);

    /** Delivers once, privately; the key is the same on every attempt. Never throws for what a platform did. */
    Delivery deliver(Account to, Message message, String key);

    /** Looks for attempts with this key, the first of them at an instant, when repeats are recognised no more. */
    Trace trace(Account to, String key, Instant since);
}
