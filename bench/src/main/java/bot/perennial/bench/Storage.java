package bot.perennial.bench;

import bot.perennial.bench.measure.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How much room rows take in the database, their indexes included. */
public final class Storage {
    private static final List<String> TABLES = List.of("member", "person", "promise", "meeting", "gesture", "letter");

    private Storage() {}

    /** As the server counts its pages, of the tables that hold something. */
    public static Table table(String title, Connection connection) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                var count = number(statement, "select count(*) from " + table);
                if (count > 0) {
                    statement.execute("analyze table " + table); // or the figures may be of yesterday
                    var bytes = number(
                            statement,
                            "select data_length + index_length from information_schema.tables"
                                    + " where table_schema = database() and table_name = '" + table + "'");
                    rows.add(List.of(table, Table.number((double) count), Table.number((double) bytes / count)));
                }
            }
        }
        return new Table(title, List.of("table", "rows", "bytes each"), rows);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
