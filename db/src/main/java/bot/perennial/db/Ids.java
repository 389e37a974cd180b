package bot.perennial.db;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids: short in base 36, growing with time, with 20 random bits, so that several machines need no common counter.
 * Those of one store always grow.
 */
final class Ids {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMillis(128);
    private static final int RANDOM_BITS = 20;

    private final AtomicLong last = new AtomicLong();

    long next(Instant at) {
        var fresh = earliest(at) + ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS);
        return last.updateAndGet(previous -> Math.max(previous + 1, fresh));
    }

    /** No id made at this instant or later is smaller. */
    static long earliest(Instant at) {
        var steps = Duration.between(BEGINNING, at).dividedBy(STEP);
        return Math.max(1, steps) << RANDOM_BITS;
    }
}
