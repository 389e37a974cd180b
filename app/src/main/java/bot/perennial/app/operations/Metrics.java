package bot.perennial.app.operations;

import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/** Figures about the process and what waits to be done; never about a member. */
public final class Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** A total of the registry's own forgets, at the next collection, whom to ask. */
    private final Queue<IntSupplier> totals = new ConcurrentLinkedQueue<>();

    private final Store store;
    private final InstantSource time;

    @SuppressWarnings("resource") // these live as long as the process
    public Metrics(Store store, InstantSource time) {
        this.store = store;
        this.time = time;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        backlog("perennial.members.due", "members whose nudge waits to be planned", Backstage.Backlog::turns);
        backlog("perennial.letters.due", "messages that wait to be sent", Backstage.Backlog::letters);
        backlog("perennial.backlog.age.seconds", "how long the oldest of both has waited", this::age);
    }

    /** Shows whether each part can do its work. */
    public void watch(Health health, Collection<String> parts) {
        for (var part : parts) {
            Gauge.builder("perennial.ready", health, known -> known.ready(part) ? 1 : 0)
                    .description("whether the part can do its work")
                    .tag("part", part)
                    .register(registry);
        }
    }

    /** All figures as Prometheus reads them. */
    public String text() {
        return registry.scrape();
    }

    /** Counts what a round did, and how many members or letters it dealt with. */
    public void ran(String tick, Duration took, boolean well, int dealt) {
        registry.timer("perennial.tick", "tick", tick, "outcome", well ? "well" : "failed")
                .record(took);
        registry.counter("perennial.dealt.with", "tick", tick).increment(dealt);
    }

    /** Shows whether something is so. */
    public void fact(String name, String description, BooleanSupplier fact) {
        Gauge.builder(name, fact, known -> known.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .description(description)
                .register(registry);
    }

    /** Shows how often something has happened since the start. */
    public void total(String name, String description, IntSupplier times) {
        totals.add(times);
        FunctionCounter.builder(name, times, IntSupplier::getAsInt)
                .description(description)
                .register(registry);
    }

    /** Counts some more of something. */
    public void counted(String name, String description, int more) {
        Counter.builder(name).description(description).register(registry).increment(more);
    }

    private void backlog(String name, String description, ToDoubleFunction<Backstage.Backlog> figure) {
        Gauge.builder(name, store, memory -> waiting(memory, figure))
                .description(description)
                .register(registry);
    }

    private double waiting(Store memory, ToDoubleFunction<Backstage.Backlog> figure) {
        return memory.<Double>backstage(backstage -> figure.applyAsDouble(backstage.backlog(time.instant())));
    }

    private double age(Backstage.Backlog backlog) {
        return backlog.oldest()
                .map(oldest -> (double) Duration.between(oldest, time.instant()).toSeconds())
                .orElse(0.0);
    }
}
