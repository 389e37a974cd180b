package bot.perennial.bench;

/** One part of a run, chosen by its name: prepares its own data, shows its tables, and judges its goals. */
public interface Section {
    String name();

    void measure(Bench bench) throws Exception;
}
