package bot.perennial.bench.commands;

import bot.perennial.bench.commands.Gaps.Filling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * The statements of one of the product's gestures, sent again for others by plain JDBC: the same text, values of the same
 * types and lengths, every column of every row read, and one commit.
 */
final class Replay {
    private static final AtomicLong IDS = new AtomicLong(1L << 62);

    private final List<Prepared> statements;
    private final int made;

    Replay(Keys keys, List<Sent> sent, List<Long> kept) {
        var gaps = new Gaps(keys, sent, kept);
        this.made = gaps.made();
        this.statements = sent.stream()
                .map(statement -> new Prepared(
                        statement.sql(),
                        statement.values().stream().map(gaps::of).toList()))
                .toList();
    }

    int size() {
        return statements.size();
    }

    void once(DataSource pool, Keys keys) throws SQLException {
        var first = IDS.getAndAdd(made);
        var request = new byte[16];
        ThreadLocalRandom.current().nextBytes(request);
        var filling =
                new Filling(keys, LongStream.range(first, first + made).boxed().toList(), request);
        try (var connection = pool.getConnection()) {
            for (var statement : statements) {
                send(connection, statement, filling);
            }
            connection.commit();
        }
    }

    private static void send(Connection connection, Prepared statement, Filling filling) throws SQLException {
        try (var prepared = connection.prepareStatement(statement.sql)) {
            for (var place = 0; place < statement.values.size(); place++) {
                prepared.setObject(
                        place + 1, statement.values.get(place).apply(filling).orElse(null));
            }
            if (prepared.execute()) {
                read(prepared);
            }
        }
    }

    /** As many columns as there are, as the product reads them. */
    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private record Prepared(String sql, List<Function<Filling, Optional<Object>>> values) {}
}
