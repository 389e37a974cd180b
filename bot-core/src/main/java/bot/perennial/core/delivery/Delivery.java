package bot.perennial.core.delivery;

import java.time.Duration;

/** What became of an attempt to reach someone. */
public sealed interface Delivery {
    /** It arrived; the reference is the platform's id of the message. */
    record Sent(String reference) implements Delivery {}

    /** It did not arrive, and may later. */
    record Later(Duration pause, String why) implements Delivery {}

    /** It did not arrive, because the line takes nothing for a while. */
    record Limited(Duration pause) implements Delivery {}

    /** Nobody can say whether it arrived. */
    record Unclear(String why) implements Delivery {}

    /** It will not work: they blocked the bot, or left. */
    record Hopeless(String why) implements Delivery {}
}
