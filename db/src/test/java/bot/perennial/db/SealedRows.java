package bot.perennial.db;

import bot.perennial.db.generated.Tables;
import bot.perennial.db.testing.TestDatabases.Schema;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/** What is sealed in a database, as it stands there. */
final class SealedRows implements AutoCloseable {
    private final HikariDataSource connections = new HikariDataSource();

    SealedRows(Schema schema) {
        connections.setJdbcUrl(schema.jdbcUrl());
        connections.setUsername(schema.user());
        connections.setPassword(schema.password());
        connections.setAutoCommit(false);
        connections.addDataSourceProperty("rewriteBatchedStatements", "true");
    }

    Transactions transactions() {
        return new Transactions(connections, Duration.ofSeconds(10));
    }

    /** The notes of meetings, as what they are and what they are to be. */
    List<Resealing.Change<byte[]>> meetings() {
        return fetch(tx -> tx.select(Tables.MEETING.MEMBER_ID, Tables.MEETING.MEETING_ID, Tables.MEETING.NOTE)
                .from(Tables.MEETING)
                .orderBy(Tables.MEETING.MEETING_ID)
                .fetch(row -> new Resealing.Change<>(row.value1(), row.value2(), row.value3(), row.value3())));
    }

    /** Everything that is sealed, by columns; what images keep of their rows comes last. */
    List<List<byte[]>> all() {
        var columns = new ArrayList<List<byte[]>>();
        for (var column : SealedColumn.ALL) {
            columns.add(fetch(tx -> tx.select(column.text())
                    .from(column.table())
                    .where(column.text().isNotNull())
                    .fetch(row -> row.value1())));
        }
        var kept = new ArrayList<byte[]>();
        for (var images : fetch(
                tx -> tx.select(Tables.GESTURE.PREVIOUS).from(Tables.GESTURE).fetch(row -> row.value1()))) {
            Images.anew(images, (table, column, cipher) -> {
                kept.add(cipher);
                return Optional.empty();
            });
        }
        columns.add(kept);
        return columns;
    }

    <T> T fetch(Function<DSLContext, T> work) {
        return transactions().run(tx -> new Transactions.End<>(work.apply(tx), false));
    }

    @Override
    public void close() {
        connections.close();
    }
}
