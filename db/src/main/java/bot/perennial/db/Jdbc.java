package bot.perennial.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Sends SQL that is spelled out already, and reads what comes back: for what every gesture sends, rendering it anew costs
 * more than all else. Values go and come as the columns' own bindings would have them.
 */
final class Jdbc {
    private static final Map<Class<?>, Reader> READERS = Map.of(
            Long.class, (rows, column) -> known(rows, rows.getLong(column)),
            Integer.class, (rows, column) -> known(rows, rows.getInt(column)),
            Short.class, (rows, column) -> known(rows, rows.getShort(column)),
            Byte.class, (rows, column) -> known(rows, rows.getByte(column)),
            Boolean.class, (rows, column) -> known(rows, rows.getBoolean(column)),
            String.class, ResultSet::getString,
            byte[].class, ResultSet::getBytes,
            LocalDate.class, (rows, column) -> rows.getObject(column, LocalDate.class),
            Instant.class, (rows, column) -> instant(rows.getObject(column, LocalDateTime.class)));

    private Jdbc() {}

    static void write(DSLContext tx, String sql, List<? extends @Nullable Object> values) {
        tx.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, values);
                statement.executeUpdate();
            }
        });
    }

    /** The rows, each with the values of these columns. */
    static List<List<@Nullable Object>> read(DSLContext tx, String sql, List<?> values, Columns columns) {
        return tx.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                set(statement, values);
                try (var rows = statement.executeQuery()) {
                    return all(rows, columns.readers);
                }
            }
        });
    }

    private static void set(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (var place = 0; place < values.size(); place++) {
            var value = values.get(place);
            statement.setObject(
                    place + 1,
                    value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }

    private static List<List<@Nullable Object>> all(ResultSet rows, List<Reader> readers) throws SQLException {
        var all = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
            var row = new ArrayList<@Nullable Object>(readers.size());
            for (var column = 0; column < readers.size(); column++) {
                row.add(readers.get(column).read(rows, column + 1));
            }
            all.add(row);
        }
        return all;
    }

    private static Reader reader(Field<?> column) {
        var reader = READERS.get(column.getType());
        if (reader == null) {
            throw new IllegalArgumentException("No column has the type " + column.getType());
        }
        return reader;
    }

    private static <T> @Nullable T known(ResultSet rows, T value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** What rows consist of. */
    static final class Columns {
        private final List<Reader> readers;

        Columns(List<Field<?>> fields) {
            this.readers = fields.stream().map(Jdbc::reader).toList();
        }
    }

    /** Reads one column of the row at hand. */
    @FunctionalInterface
    private interface Reader {
        @Nullable
        Object read(ResultSet rows, int column) throws SQLException;
    }
}
