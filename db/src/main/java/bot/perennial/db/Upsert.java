package bot.perennial.db;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Writes whole rows, new or not, in one statement that MySQL and MariaDB both read. */
final class Upsert {
    private static final Map<Table<Record>, Upsert> WHOLE = new ConcurrentHashMap<>();

    private final String head;
    private final String row;
    private final String tail;
    private final String one;

    /** @param changing the columns that change where a row is there already; with none, it may not be */
    private Upsert(Table<Record> table, List<Field<?>> changing) {
        this.head = "insert into `" + table.getName() + "` ("
                + Stream.of(table.fields()).map(Upsert::name).collect(Collectors.joining(", ")) + ") values ";
        this.row = "(" + String.join(", ", Collections.nCopies(table.fields().length, "?")) + ")";
        this.tail = changing.isEmpty()
                ? ""
                : changing.stream()
                        .map(column -> name(column) + " = values(" + name(column) + ")")
                        .collect(Collectors.joining(", ", " on duplicate key update ", ""));
        this.one = head + row + tail;
    }

    static void into(DSLContext tx, Table<Record> table, List<Record> rows) {
        if (!rows.isEmpty()) {
            WHOLE.computeIfAbsent(table, each -> new Upsert(each, List.of(each.fields())))
                    .write(tx, rows);
        }
    }

    /** Where a row is there already, only some of its columns change. */
    static void into(DSLContext tx, Table<Record> table, List<Record> rows, List<Field<?>> changing) {
        new Upsert(table, changing).write(tx, rows);
    }

    /** For one row that can't be there yet. */
    static Upsert newRow(Table<Record> table) {
        return new Upsert(table, List.of());
    }

    /** VALUES(column) is the one form of "the new value" that both servers know. */
    void write(DSLContext tx, List<Record> rows) {
        for (var part : Batches.of(rows)) {
            var values = new ArrayList<@Nullable Object>();
            for (var each : part) {
                for (var column = 0; column < each.size(); column++) {
                    values.add(each.get(column));
                }
            }
            Jdbc.write(tx, part.size() == 1 ? one : several(part.size()), values);
        }
    }

    private String several(int rows) {
        return head + String.join(", ", Collections.nCopies(rows, row)) + tail;
    }

    private static String name(Field<?> column) {
        return "`" + column.getName() + "`";
    }
}
