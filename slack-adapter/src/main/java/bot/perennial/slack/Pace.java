package bot.perennial.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * How fast messages leave for one workspace. Slack takes "several hundred messages a minute" from an app without saying
 * how many, so the pace halves when Slack complains and recovers slowly: from 20 a second, never more than 40, never
 * fewer than one.
 */
final class Pace {
    private static final long SLOWEST = Duration.ofSeconds(1).toNanos();
    private static final long FASTEST = Duration.ofMillis(25).toNanos();
    private static final int RECOVERY = 500;

    private final Ticker ticker;
    private long interval = Duration.ofMillis(50).toNanos();
    private long next;

    Pace(Ticker ticker) {
        this.ticker = ticker;
        this.next = ticker.read();
    }

    /** Takes the next turn, and answers how long it is until then. */
    synchronized Duration turn() {
        var now = ticker.read();
        var turn = Math.max(now, next);
        next = turn + interval;
        interval = Math.max(FASTEST, interval - interval / RECOVERY);
        return Duration.ofNanos(turn - now);
    }

    /** How long it is until the next turn, without taking it. */
    synchronized Duration ahead() {
        return Duration.ofNanos(Math.max(0, next - ticker.read()));
    }

    /** Slack has asked to wait. */
    synchronized void slowDown(Duration pause) {
        interval = Math.min(SLOWEST, interval * 2);
        next = Math.max(next, ticker.read() + pause.toNanos());
    }
}
