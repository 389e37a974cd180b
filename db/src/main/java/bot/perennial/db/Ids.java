package bot.perennial.db;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids: short in base 36 and growing with time. Each store draws its own number once, which all of its ids carry, so
 * that several machines need no common counter; those of one store always grow.
 */
final class Ids {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMillis(128);
    private static final int STORE_BITS = 16;
    private static final int COUNT_BITS = 10;
    private static final int LOW_BITS = STORE_BITS + COUNT_BITS;
    private static final long LAST_COUNT = (1L << COUNT_BITS) - 1;

    private final long number;
    private final AtomicLong last = new AtomicLong();

    Ids() {
        this(ThreadLocalRandom.current().nextInt(1 << STORE_BITS));
    }

    Ids(int number) {
        this.number = (long) number << COUNT_BITS;
    }

    long next(Instant at) {
        var fresh = earliest(at) | number;
        return last.updateAndGet(previous -> fresh > previous ? fresh : after(previous));
    }

    /** No id made at this instant or later is smaller. */
    static long earliest(Instant at) {
        var steps = Duration.between(BEGINNING, at).dividedBy(STEP);
        return Math.max(1, steps) << LOW_BITS;
    }

    /** What is too much for one step is taken from the next ones. */
    private long after(long previous) {
        return (previous & LAST_COUNT) < LAST_COUNT
                ? previous + 1
                : (((previous >> LOW_BITS) + 1) << LOW_BITS) | number;
    }
}
