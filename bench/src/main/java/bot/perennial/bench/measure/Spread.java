package bot.perennial.bench.measure;

import java.util.Collection;

/** The quartiles of some values. */
public record Spread(double lower, double median, double upper) {
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        var sorted = values.stream().sorted().mapToDouble(Double::doubleValue).toArray();
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** Between two values it lies in proportion. */
    private static double at(double[] sorted, double part) {
        var place = part * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
