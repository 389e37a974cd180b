package bot.perennial.core.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How messages that are handed over here keep their distance on each line, however late they come to their turns. */
final class Gaps {
    private final Map<String, Long> free = new HashMap<>();

    /** How long a message has to wait yet; when it has not, it passes, and the next comes behind it. */
    synchronized long pass(Line line, long now, Duration apart) {
        var wait = turn(line, now) - now;
        if (wait <= 0) {
            // a timer that was late costs no time, as long as half of the distance is kept
            var next = free.getOrDefault(line.name(), now) + apart.toNanos();
            free.put(line.name(), Math.max(next, now + apart.toNanos() / 2));
        }
        return wait;
    }

    /** When a message could leave on a line, if it comes to its turn now. */
    synchronized long turn(Line line, long now) {
        return Math.max(free.getOrDefault(line.name(), now), now);
    }
}
