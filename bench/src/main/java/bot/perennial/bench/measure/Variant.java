package bot.perennial.bench.measure;

/** One way of doing something, to be raced against others. */
public record Variant(String name, Work work) {
    /** One operation, done by one of the threads that race. */
    @FunctionalInterface
    public interface Work {
        void once(int thread) throws Exception;
    }
}
