package bot.perennial.app.schedule;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Work that is done again and again.
 *
 * @param alone whether only one process does it at a time; otherwise each of them does
 * @param work answers how many it dealt with
 */
public record Tick(String name, Duration every, boolean alone, IntSupplier work) {
    public Tick {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("A tick needs time between: " + name);
        }
    }
}
