package bot.perennial.bench.measure;

/** What one operation asks of the server; it does not vary with the load of the machine. */
public record Counts(double roundTrips, double rowsRead) {}
