package bot.perennial.bench;

import bot.perennial.bench.measure.Counts;
import bot.perennial.bench.measure.Table;
import bot.perennial.bench.measure.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the server itself can do: one durable insert, and one read by primary key. */
final class Floor implements Section {
    static final int CONNECTIONS = 10;

    private static final List<Integer> THREADS = List.of(1, 8, 32);

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("The floor");
        var address = bench.server().fresh();
        try (var pool = address.pool(CONNECTIONS);
                var books = address.connect()) {
            try (var statement = books.createStatement()) {
                statement.execute("create table floor (id bigint primary key, words varchar(100) not null)");
            }
            var last = new AtomicLong();
            var insert = new Variant("insert and commit", thread -> {
                try (var connection = pool.getConnection();
                        var statement = connection.prepareStatement("insert into floor (id, words) values (?, ?)")) {
                    statement.setLong(1, last.incrementAndGet());
                    statement.setString(2, "a line of forty characters, more or less");
                    statement.executeUpdate();
                    connection.commit();
                }
            });
            var read = new Variant("read by key", thread -> {
                try (var connection = pool.getConnection();
                        var statement = connection.prepareStatement("select words from floor where id = ?")) {
                    statement.setLong(1, last.get());
                    try (var row = statement.executeQuery()) {
                        row.next();
                        row.getString(1);
                    }
                    connection.commit();
                }
            });
            var counts = new LinkedHashMap<String, Counts>();
            for (var variant : List.of(insert, read)) {
                counts.put(variant.name(), bench.server().counter(books).of(20, variant.work()));
            }
            for (var threads : THREADS) {
                var standings = bench.warmRace(threads).run(List.of(insert, read));
                bench.report().table(Table.of("The floor, threads: " + threads, standings, insert.name(), counts));
            }
        }
    }
}
