package bot.perennial.bench.commands;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time in which each look at the clock is a quarter of a second later, so that nobody does the same twice in a moment, and
 * nobody who was held up between two looks finds that their community has used up what it may.
 */
final class Quarters implements InstantSource {
    private static final int STEP_MILLIS = 250;
    private final AtomicLong next;

    Quarters(Instant start) {
        this.next = new AtomicLong(start.toEpochMilli());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(next.addAndGet(STEP_MILLIS));
    }
}
