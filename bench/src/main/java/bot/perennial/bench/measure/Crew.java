package bot.perennial.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Threads that do the same work over and over, for a while. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final int size;
    private final Processors processors;

    Crew(int size, Processors processors) {
        this.threads = Executors.newFixedThreadPool(size);
        this.size = size;
        this.processors = processors;
    }

    /** An operation that has begun when the time is up is still done, and its time counts. */
    Slice work(Variant.Work work, long nanos, Histogram latencies) throws Exception {
        var client = processors.client();
        var server = processors.server();
        var start = System.nanoTime();
        var running = new ArrayList<Future<Histogram>>();
        for (var number = 0; number < size; number++) {
            var thread = number;
            running.add(threads.submit(() -> loop(work, thread, start + nanos)));
        }
        var operations = 0L;
        for (var times : results(running)) {
            operations += times.getTotalCount();
            latencies.add(times);
        }
        var took = System.nanoTime() - start;
        var used = processors.server();
        return new Slice(
                operations,
                took,
                processors.client() - client,
                server.flatMap(before -> used.map(after -> after - before)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Histogram loop(Variant.Work work, int thread, long until) throws Exception {
        var times = Latencies.empty();
        var now = System.nanoTime();
        while (now - until < 0) {
            work.once(thread);
            var then = System.nanoTime();
            times.recordValue(then - now);
            now = then;
        }
        return times;
    }

    private static List<Histogram> results(List<Future<Histogram>> running) throws Exception {
        var results = new ArrayList<Histogram>();
        for (var one : running) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return results;
    }
}
