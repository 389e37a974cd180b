package bot.perennial.bench.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What gathers about one variant while it runs. */
record Track<T>(T runner, String name, List<Slice> slices, Histogram latencies) {
    static <T> Track<T> of(T runner, String name) {
        return new Track<>(runner, name, new ArrayList<>(), Latencies.empty());
    }

    Measured measured() {
        return new Measured(name, slices, latencies);
    }
}
