package bot.perennial.bench.measure;

/** A long piece of work that is timed as a whole. */
public record Job(String name, Run run) {
    /** Does the work, and says how many items it dealt with; what it prepares is not timed. */
    @FunctionalInterface
    public interface Run {
        long run(Stopwatch watch) throws Exception;
    }

    /** Times what it is given, and nothing around it. */
    @FunctionalInterface
    public interface Stopwatch {
        void time(Timed work) throws Exception;
    }

    /** The part of a job that counts. */
    @FunctionalInterface
    public interface Timed {
        void run() throws Exception;
    }
}
