package bot.perennial.bench;

import bot.perennial.bench.measure.Race;
import bot.perennial.bench.measure.Relay;
import bot.perennial.bench.measure.Report;
import java.time.Duration;

/** What a section measures with. */
public record Bench(Server server, Report report, Extent extent) {
    private static final long SEED = 20260302;
    private static final int BURST = 4;

    /** How thorough a run is; a brief one only shows that everything works. */
    public enum Extent {
        FULL(Duration.ofSeconds(8), 25, 4),
        BRIEF(Duration.ofMillis(400), 5, 1);

        private final Duration warmUp;
        private final int cycles;
        private final int rounds;

        Extent(Duration warmUp, int cycles, int rounds) {
            this.warmUp = warmUp;
            this.cycles = cycles;
            this.rounds = rounds;
        }

        public boolean brief() {
            return this == BRIEF;
        }
    }

    /** For short operations, with as many threads. */
    public Race race(int threads) {
        return new Race(server.processors(), threads, extent.cycles, extent.warmUp, SEED);
    }

    /** For what is warm already. */
    public Race warmRace(int threads) {
        return new Race(server.processors(), threads, extent.cycles, extent.warmUp.dividedBy(10), SEED);
    }

    /** For a moment of what is warm already, long enough for a median. */
    public Race burst(int threads) {
        return new Race(server.processors(), threads, BURST, Duration.ZERO, SEED);
    }

    /** For long jobs. */
    public Relay relay() {
        return new Relay(server.processors(), extent.rounds, SEED);
    }
}
