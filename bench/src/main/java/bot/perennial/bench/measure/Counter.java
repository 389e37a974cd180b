package bot.perennial.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;

/** Counts by the server's own books what is asked of it, while nobody else asks. */
public final class Counter {
    private static final int BATCHES = 3;

    private final Connection connection;

    public Counter(Connection connection) {
        this.connection = connection;
    }

    /** What each of some operations asks, one after the other; what comes in between, such as a new connection, is left out. */
    public Counts of(int operations, Variant.Work work) throws Exception {
        for (var number = 0; number < operations; number++) {
            work.once(0);
        }
        var least = batch(operations, work);
        for (var repeat = 1; repeat < BATCHES; repeat++) {
            var again = batch(operations, work);
            least = new Books(Math.min(least.questions, again.questions), Math.min(least.rows, again.rows));
        }
        return new Counts((double) least.questions / operations, (double) least.rows / operations);
    }

    private Books batch(int operations, Variant.Work work) throws Exception {
        var start = books();
        var before = books();
        for (var number = 0; number < operations; number++) {
            work.once(0);
        }
        return difference(difference(start, before), difference(before, books()));
    }

    private Books books() throws SQLException {
        var questions = 0L;
        var rows = 0L;
        try (var statement = connection.createStatement();
                var status = statement.executeQuery("show global status where variable_name = 'Questions'"
                        + " or variable_name like 'Handler\\_read\\_%'")) {
            while (status.next()) {
                if (status.getString(1).equals("Questions")) {
                    questions += status.getLong(2);
                } else if (!status.getString(1).endsWith("rnd_deleted")) {
                    rows += status.getLong(2);
                }
            }
        }
        return new Books(questions, rows);
    }

    private static Books difference(Books before, Books after) {
        return new Books(after.questions - before.questions, after.rows - before.rows);
    }

    private record Books(long questions, long rows) {}
}
