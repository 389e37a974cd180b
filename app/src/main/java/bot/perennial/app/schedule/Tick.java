package bot.perennial.app.schedule;

import java.time.Duration;

/**
 * Work that is done again and again.
 *
 * @param alone whether only one process does it at a time
 */
public record Tick(String name, Duration every, boolean alone, Runnable work) {
    public Tick {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("A tick needs time between: " + name);
        }
    }
}
