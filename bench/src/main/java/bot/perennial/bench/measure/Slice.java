package bot.perennial.bench.measure;

import java.util.Optional;

/** What was done within one stretch of time, and what it cost. */
public record Slice(long operations, long nanos, long clientNanos, Optional<Long> serverNanos) {
    private static final double SECOND = 1_000_000_000;

    public double perSecond() {
        return operations * SECOND / nanos;
    }
}
