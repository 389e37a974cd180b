package bot.perennial.bench.commands;

import bot.perennial.bench.Address;
import bot.perennial.bench.Bench;
import bot.perennial.bench.measure.Variant;
import bot.perennial.core.store.Store;
import bot.perennial.db.Database;
import bot.perennial.db.Sealer;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** A community's notebooks, and everything that is done to them; each way of doing it has members of its own. */
final class Notebooks implements AutoCloseable {
    static final String MET = "/met";
    static final String MET_RAW = "the same in plain JDBC";
    static final String TEXTBOOK = "textbook, 4 statements";
    static final String FLOOR = "one insert and commit";
    static final String COMPLETE = "completion over 2,000 people";

    static final Map<String, Integer> MOST_TRIPS =
            Map.of(MET, 5, "/followup", 5, "/followup every, which moves the nudge", 6, "a pressed button", 5);

    private static final int CONNECTIONS = 10;
    private static final int EACH = 30;

    private final Sealer sealer = Sealer.of(Sealer.generate());
    private final Quarters time = new Quarters(Population.START);
    private final Address address;
    private final Database database;
    private final HikariDataSource pool;
    private final Store store;
    private final Product product;
    private final int members;
    private final int many;

    Notebooks(Bench bench) throws SQLException {
        this.address = bench.server().fresh();
        this.database = address.database();
        this.pool = address.pool(CONNECTIONS);
        this.store = database.store(sealer);
        this.product = new Product(store, time);
        this.members = bench.extent().brief() ? 100 : 400;
        this.many = 2_000;
    }

    List<Variant> met() throws Exception {
        var population = population("met", EACH);
        var again = population("again", EACH);
        var textbook = new Textbook(pool);
        var short4 = population("short", EACH);
        var whole = population("whole", EACH);
        try (var recorded = new Recorded(address, sealer, time)) {
            var replay = recorded.of(Product::met, population);
            return List.of(
                    new Variant(MET, thread -> product.met(population.next())),
                    new Variant(MET_RAW, thread -> replay.once(pool, again.next())),
                    new Variant(TEXTBOOK, thread -> textbook.met(short4.next())),
                    new Variant("textbook that keeps the promises", thread -> textbook.metWithPromises(whole.next())),
                    floor());
        }
    }

    /** In pairs: the product, and the same in plain JDBC. */
    List<List<Variant>> others() throws Exception {
        try (var recorded = new Recorded(address, sealer, time)) {
            var big = Population.make(store, "big", 4, many);
            return List.of(
                    pair(recorded, "/followup", Product::followUp, population("f", EACH), population("fr", EACH)),
                    pair(
                            recorded,
                            "/followup every, which moves the nudge",
                            Product::rhythm,
                            population("r", EACH),
                            population("rr", EACH)),
                    pair(recorded, "a pressed button", Product::reached, population("b", EACH), population("br", EACH)),
                    pair(recorded, "/people find", Product::find, population("s", EACH), population("sr", EACH)),
                    pair(recorded, COMPLETE, Product::complete, big, big));
        }
    }

    Connection connect() throws SQLException {
        return address.connect();
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }

    private List<Variant> pair(
            Recorded recorded, String name, BiConsumer<Product, Keys> gesture, Population mine, Population others) {
        var replay = recorded.of(gesture, mine);
        return List.of(
                new Variant(name, thread -> gesture.accept(product, mine.next())),
                new Variant(name + ", plain JDBC", thread -> replay.once(pool, others.next())));
    }

    private Population population(String name, int each) throws Exception {
        return Population.make(store, name, members, each);
    }

    private Variant floor() throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table floor (id bigint primary key, words varchar(100) not null)");
        }
        var last = new AtomicLong();
        return new Variant(FLOOR, thread -> {
            try (var connection = pool.getConnection();
                    var statement = connection.prepareStatement("insert into floor (id, words) values (?, ?)")) {
                statement.setLong(1, last.incrementAndGet());
                statement.setString(2, "a line of forty characters, more or less");
                statement.executeUpdate();
                connection.commit();
            }
        });
    }
}
