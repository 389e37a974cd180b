package bot.perennial.bench.measure;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long operations took, to one part in a hundred. */
public final class Latencies {
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();
    private static final int DIGITS = 2;

    private Latencies() {}

    public static Histogram empty() {
        return new Histogram(LONGEST, DIGITS);
    }
}
