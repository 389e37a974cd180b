package bot.perennial.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Long jobs side by side: in each round every one runs once as a whole, in random order; the first round is discarded. */
public final class Relay {
    private final Processors processors;
    private final int rounds;
    private final Random order;

    /** @param rounds how many are measured, after one that is not */
    public Relay(Processors processors, int rounds, long seed) {
        this.processors = processors;
        this.rounds = rounds;
        this.order = new Random(seed);
    }

    public Standings run(List<Job> jobs) throws Exception {
        var tracks = jobs.stream().map(job -> Track.of(job, job.name())).toList();
        for (var round = 0; round <= rounds; round++) {
            var shuffled = new ArrayList<>(tracks);
            Collections.shuffle(shuffled, order);
            for (var track : shuffled) {
                var slice = timed(track.runner());
                if (round > 0) {
                    track.slices().add(slice);
                    track.latencies().recordValue(slice.nanos());
                }
            }
        }
        return new Standings(tracks.stream().map(Track::measured).toList());
    }

    private Slice timed(Job job) throws Exception {
        var watch = new Watch();
        var items = job.run().run(watch);
        return new Slice(items, watch.nanos, watch.client, watch.server);
    }

    private final class Watch implements Job.Stopwatch {
        private long nanos;
        private long client;
        private Optional<Long> server = Optional.of(0L);

        @Override
        public void time(Job.Timed work) throws Exception {
            var clientBefore = processors.client();
            var serverBefore = processors.server();
            var start = System.nanoTime();
            work.run();
            nanos += System.nanoTime() - start;
            client += processors.client() - clientBefore;
            var serverAfter = processors.server();
            server = server.flatMap(
                    sum -> serverBefore.flatMap(before -> serverAfter.map(after -> sum + after - before)));
        }
    }
}
