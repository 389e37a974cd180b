package bot.perennial.bench.commands;

import bot.perennial.bench.Address;
import bot.perennial.db.Database;
import bot.perennial.db.Sealer;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes down what the product sends for one gesture, as a replay for others. */
final class Recorded implements AutoCloseable {
    private final Watched watched;
    private final Database database;
    private final Product product;
    private final long community;

    Recorded(Address address, Sealer sealer, InstantSource time) throws SQLException {
        this.watched = Watched.on(address);
        var way = watched.address();
        this.database = Database.open(way.url(), way.user(), way.password());
        this.product = new Product(database.store(sealer), time);
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select community_id from member limit 1")) {
            row.next();
            this.community = row.getLong(1);
        }
    }

    Replay of(BiConsumer<Product, Keys> gesture, Population population) {
        var keys = population.next();
        watched.sent();
        gesture.accept(product, keys);
        return new Replay(keys, watched.sent(), List.of(community));
    }

    @Override
    public void close() throws SQLException {
        database.close();
        watched.close();
    }
}
