package bot.perennial.discord.testing;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What was waited for. */
final class Taken {
    private static final long PATIENCE_SECONDS = 10;

    private Taken() {}

    static <T> T from(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("Discord heard nothing"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
