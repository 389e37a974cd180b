package bot.perennial.core.duty;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one process does of a task, and until when it may.
 *
 * @param parts the parts that are its own
 * @param surplus those of them that others are waiting for: to be ended, and then given back
 * @param of into how many parts the task is divided
 * @param alone whether nobody else was there
 */
public record Shift(Set<Integer> parts, Set<Integer> surplus, int of, boolean alone, Instant until) {
    static final Shift NONE = new Shift(Set.of(), Set.of(), 1, false, Instant.MIN);

    public Shift {
        parts = Set.copyOf(parts);
        surplus = Set.copyOf(surplus);
    }

    Shift without(int part) {
        var rest = new TreeSet<>(parts);
        rest.remove(part);
        return new Shift(rest, surplus, of, alone, until);
    }
}
