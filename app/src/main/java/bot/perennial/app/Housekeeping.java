package bot.perennial.app;

import bot.perennial.app.operations.Metrics;
import bot.perennial.core.store.Store;
import bot.perennial.db.Resealing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what has served its time, and after a rotation of the keyset encrypts older texts anew. */
final class Housekeeping {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Store store;
    private final Resealing resealing;
    private final Metrics metrics;
    private final InstantSource time;
    private final CountDownLatch ending = new CountDownLatch(1);

    Housekeeping(Store store, Resealing resealing, Metrics metrics, InstantSource time) {
        this.store = store;
        this.resealing = resealing;
        this.metrics = metrics;
        this.time = time;
        metrics.fact(
                "perennial.keys.needed", "whether older keys of the keyset may be needed", () -> !resealing.finished());
    }

    /** Answers how much was taken away. */
    int run() {
        int swept = store.<Integer>backstage(backstage -> backstage.sweep(time.instant()));
        if (!resealing.finished()) {
            reseal();
        }
        return swept;
    }

    /** Begins nothing more. */
    void end() {
        ending.countDown();
    }

    /** Rests after each step for as long as it took: members come first. */
    private void reseal() {
        var begun = System.nanoTime();
        var texts = 0;
        try {
            do {
                var step = System.nanoTime();
                var found = resealing.step();
                metrics.counted("perennial.texts.resealed", "texts encrypted anew after a rotation", found);
                texts += found;
                if (ending.await(System.nanoTime() - step, TimeUnit.NANOSECONDS)) {
                    return;
                }
            } while (!resealing.finished() && System.nanoTime() - begun < LONGEST.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.atInfo()
                .addKeyValue("texts", texts)
                .addKeyValue("unreadable", resealing.unreadable())
                .log(
                        resealing.finished()
                                ? "everything is encrypted with the newest key"
                                : "texts were encrypted anew");
    }
}
