package bot.perennial.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until it is told to pass. */
public final class MovableTime implements InstantSource {
    private volatile Instant now;

    public MovableTime(Instant start) {
        now = start;
    }

    public MovableTime(String start) {
        this(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration duration) {
        moveTo(now.plus(duration));
    }

    public void moveTo(Instant instant) {
        now = instant;
    }
}
