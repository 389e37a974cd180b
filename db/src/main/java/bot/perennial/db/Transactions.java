package bot.perennial.db;

import bot.perennial.core.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Runs work in transactions, and runs it again when others got in its way. */
final class Transactions {
    private static final int RERUNS = 3;
    private static final Settings SETTINGS = new Settings()
            .withExecuteLogging(false)
            .withRenderSchema(false)
            .withRenderGroupConcatMaxLenSessionVariable(false);

    private final DataSource connections;
    private final Duration patience;
    private final Optional<Room> room;
    private final boolean keeping;

    /** @param patience how long after the start work may be run again */
    Transactions(DataSource connections, Duration patience) {
        this(connections, patience, Optional.empty(), true);
    }

    private Transactions(DataSource connections, Duration patience, Optional<Room> room, boolean keeping) {
        this.connections = connections;
        this.patience = patience;
        this.room = room;
        this.keeping = keeping;
    }

    /** The same, each of which waits for its turn in a room before it asks for a connection. */
    Transactions in(Room waiting) {
        return new Transactions(connections, patience, Optional.of(waiting), keeping);
    }

    /** The same, of which nothing is ever kept. */
    Transactions forgotten() {
        return new Transactions(connections, patience, room, false);
    }

    <T> T run(Function<DSLContext, End<T>> work) {
        return room.isEmpty() ? patiently(work) : seated(room.get(), work);
    }

    private <T> T seated(Room waiting, Function<DSLContext, End<T>> work) {
        if (!waiting.enter()) {
            throw new Store.NotSaved(new SQLTransientConnectionException("No turn came"));
        }
        var well = false;
        try {
            var result = patiently(work);
            well = true;
            return result;
        } finally {
            waiting.leave(well);
        }
    }

    private <T> T patiently(Function<DSLContext, End<T>> work) {
        var start = System.nanoTime();
        for (var run = 0; ; run++) {
            try {
                return once(work);
            } catch (SQLException | DataAccessException e) {
                var trouble = Trouble.of(e);
                var again = trouble == Trouble.AGAIN && run < RERUNS && patient(start);
                if (!again) {
                    throw refusal(trouble, e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L << (2 * run)));
            }
        }
    }

    private <T> T once(Function<DSLContext, End<T>> work) throws SQLException {
        // Closing a connection gives it back to the pool, which rolls back what was not committed.
        try (var connection = connections.getConnection()) {
            var end = work.apply(DSL.using(connection, dialect(connection), SETTINGS));
            if (end.commit() && keeping) {
                commit(connection);
            }
            return end.result();
        }
    }

    /** Known since the connection was made: the two differ in upserts and limits. */
    private static SQLDialect dialect(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                ? SQLDialect.MARIADB
                : SQLDialect.MYSQL;
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (Trouble.unanswered(e)) {
                throw new UnknownOutcome(Trouble.withoutWords(e));
            }
            throw e;
        }
    }

    private boolean patient(long start) {
        return System.nanoTime() - start < patience.toNanos();
    }

    private static RuntimeException refusal(Trouble trouble, Exception thrown) {
        var cause = Trouble.withoutWords(thrown);
        return switch (trouble) {
            case AGAIN, UNREACHABLE -> new Store.NotSaved(cause);
            case MISTAKE -> new IllegalStateException("The database didn't understand", cause);
        };
    }

    /** What came of some work, and whether to keep what it wrote. */
    record End<T>(T result, boolean commit) {}

    /** A commit was asked for and never answered. */
    static final class UnknownOutcome extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownOutcome(SQLException cause) {
            super("A commit was not answered", cause);
        }
    }
}
