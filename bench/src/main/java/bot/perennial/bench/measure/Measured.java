package bot.perennial.bench.measure;

import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** What was measured of one variant: a slice for each cycle, and how long single operations took. */
public record Measured(String name, List<Slice> slices, Histogram latencies) {
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;

    public Measured {
        slices = List.copyOf(slices);
    }

    public long operations() {
        return slices.stream().mapToLong(Slice::operations).sum();
    }

    /** All operations by all time, which a slow slice can't distort as it does a mean of rates. */
    public double perSecond() {
        return new Slice(operations(), slices.stream().mapToLong(Slice::nanos).sum(), 0, Optional.empty()).perSecond();
    }

    /** Microseconds of this process's processor time for each operation. */
    public double clientMicros() {
        return slices.stream().mapToLong(Slice::clientNanos).sum() / MICRO / operations();
    }

    /** Microseconds of the server's processor time for each operation, when the server is on this machine. */
    public Optional<Double> serverMicros() {
        if (slices.stream().anyMatch(slice -> slice.serverNanos().isEmpty())) {
            return Optional.empty();
        }
        var nanos =
                slices.stream().mapToLong(slice -> slice.serverNanos().get()).sum();
        return Optional.of(nanos / MICRO / operations());
    }

    /** Milliseconds within which this part of the operations was done. */
    public double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / MILLI;
    }
}
