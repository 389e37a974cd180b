package bot.perennial.core.delivery;

import java.time.Duration;

/** What can be seen, however late, of an attempt that may have arrived. */
public sealed interface Trace {
    /** It arrived; the reference is the platform's id of the message. */
    record Found(String reference) implements Trace {}

    /** It did not arrive. */
    record Missing() implements Trace {}

    /** The platform could not be asked now. */
    record Later(Duration pause) implements Trace {}

    /** Nobody will ever be able to say. */
    record Hidden() implements Trace {}
}
