package bot.perennial.bench.commands;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Time in which each look at the clock is a second later, so that nobody does the same twice in a moment. */
final class Seconds implements InstantSource {
    private final AtomicLong next;

    Seconds(Instant start) {
        this.next = new AtomicLong(start.getEpochSecond());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(next.incrementAndGet());
    }
}
