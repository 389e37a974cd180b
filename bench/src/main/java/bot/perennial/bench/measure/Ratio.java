package bot.perennial.bench.measure;

import java.util.stream.IntStream;

/**
 * How two variants compare.
 *
 * @param mean all operations by all time, one against the other
 * @param cycles the same for each cycle
 */
public record Ratio(double mean, Spread cycles) {
    /** How many times as fast one is as the other. */
    public static Ratio ofSpeed(Measured one, Measured other) {
        var cycles = Math.min(one.slices().size(), other.slices().size());
        return new Ratio(
                one.perSecond() / other.perSecond(),
                Spread.of(IntStream.range(0, cycles)
                        .mapToDouble(cycle -> one.slices().get(cycle).perSecond()
                                / other.slices().get(cycle).perSecond())
                        .filter(Double::isFinite)
                        .boxed()
                        .toList()));
    }

    /** For what has no cycles: a single figure. */
    public static Ratio of(double value) {
        return new Ratio(value, new Spread(value, value, value));
    }
}
