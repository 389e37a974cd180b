package bot.perennial.core.store;

import java.time.LocalDate;

/** One thing to bring to a member. */
public sealed interface Item {
    long personId();

    /** The date it is for. */
    LocalDate on();

    /** A good time to say hello to someone. */
    record Hello(long personId, LocalDate on) implements Item {}

    /** A promise about someone. */
    record Kept(long promiseId, long personId, LocalDate on) implements Item {}
}
