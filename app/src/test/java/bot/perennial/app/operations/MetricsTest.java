package bot.perennial.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics(new InMemoryStore(), new MovableTime("2026-03-02T09:00:00Z"));

    @Test
    void countOnWhenTheGarbageWasCollected() {
        var times = new AtomicInteger();
        metrics.total("perennial.broken", "what broke", times::get);
        metrics.fact("perennial.whole", "whether it is whole", () -> times.get() == 7);
        System.gc();
        times.set(7);
        assertThat(metrics.text()).contains("perennial_broken_total 7.0", "perennial_whole 1.0");
    }
}
