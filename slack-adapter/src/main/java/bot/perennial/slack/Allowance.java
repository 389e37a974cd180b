package bot.perennial.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many calls of one method may be made within a minute; none while Slack has told to wait. */
final class Allowance {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource time;
    private final Deque<Instant> made = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;

    Allowance(int most, InstantSource time) {
        this.most = most;
        this.time = time;
    }

    /** Whether a call may be made now; if so it counts as made. */
    synchronized boolean take() {
        var now = time.instant();
        while (!made.isEmpty() && !made.getFirst().plus(WINDOW).isAfter(now)) {
            made.removeFirst();
        }
        if (made.size() >= most || now.isBefore(closedUntil)) {
            return false;
        }
        made.addLast(now);
        return true;
    }

    synchronized void close(Duration pause) {
        closedUntil = time.instant().plus(pause);
    }
}
