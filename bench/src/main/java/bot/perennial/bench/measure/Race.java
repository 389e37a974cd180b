package bot.perennial.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Variants side by side on a noisy machine: in each cycle every one gets a slice of time, in random order, so that what
 * else the machine does falls on all of them alike.
 */
public final class Race {
    private static final Duration SLICE = Duration.ofMillis(120);

    private final Processors processors;
    private final int threads;
    private final int cycles;
    private final Duration warmUp;
    private final Random order;

    /** @param warmUp how long each variant runs first, unmeasured */
    public Race(Processors processors, int threads, int cycles, Duration warmUp, long seed) {
        this.processors = processors;
        this.threads = threads;
        this.cycles = cycles;
        this.warmUp = warmUp;
        this.order = new Random(seed);
    }

    public Standings run(List<Variant> variants) throws Exception {
        try (var crew = new Crew(threads, processors)) {
            var until = System.nanoTime() + warmUp.toNanos() * variants.size();
            while (System.nanoTime() - until < 0) {
                cycle(crew, tracks(variants));
            }
            var tracks = tracks(variants);
            for (var number = 0; number < cycles; number++) {
                cycle(crew, tracks);
            }
            return new Standings(tracks.stream().map(Track::measured).toList());
        }
    }

    private void cycle(Crew crew, List<Track<Variant>> tracks) throws Exception {
        var shuffled = new ArrayList<>(tracks);
        Collections.shuffle(shuffled, order);
        for (var track : shuffled) {
            track.slices().add(crew.work(track.runner().work(), SLICE.toNanos(), track.latencies()));
        }
    }

    private static List<Track<Variant>> tracks(List<Variant> variants) {
        return variants.stream()
                .map(variant -> Track.of(variant, variant.name()))
                .toList();
    }
}
