package bot.perennial.app;

import java.time.Instant;
import java.time.InstantSource;

/** Time that goes on by itself from the instant that was told last, unless it was told to stand still. */
public final class FlowingTime implements InstantSource {
    private volatile Told told;

    /** What was told, and when, on the clock that never jumps. */
    private record Told(Instant instant, long at, boolean still) {}

    public FlowingTime(Instant start) {
        told = new Told(start, System.nanoTime(), false);
    }

    @Override
    public Instant instant() {
        var last = told;
        return last.still ? last.instant : last.instant.plusNanos(System.nanoTime() - last.at);
    }

    public void flowFrom(Instant instant) {
        told = new Told(instant, System.nanoTime(), false);
    }

    public void holdAt(Instant instant) {
        told = new Told(instant, System.nanoTime(), true);
    }
}
