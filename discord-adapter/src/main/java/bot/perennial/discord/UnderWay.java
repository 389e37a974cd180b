package bot.perennial.discord;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What was begun before the adapter stops, and ends before it does; what comes later is not begun. */
final class UnderWay {
    private final Phaser begun = new Phaser(1);
    private volatile boolean closed;

    void carryOut(Runnable work) {
        begun.register();
        try {
            if (!closed) {
                work.run();
            }
        } finally {
            begun.arriveAndDeregister();
        }
    }

    /** Begins nothing more, and waits for what was begun; false if that takes too long. */
    boolean end(Duration within) throws InterruptedException {
        closed = true;
        try {
            begun.awaitAdvanceInterruptibly(begun.arrive(), within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }
}
