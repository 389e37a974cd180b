package bot.perennial.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Writes whole rows, new or not, in one statement that MySQL and MariaDB both read. */
final class Upsert {
    private Upsert() {}

    static void into(DSLContext tx, Table<Record> table, List<Record> rows) {
        into(tx, table, rows, List.of(table.fields()));
    }

    /** Where a row is there already, only some of its columns change. */
    static void into(DSLContext tx, Table<Record> table, List<Record> rows, List<Field<?>> changing) {
        for (var part : Batches.of(rows)) {
            var insert = tx.insertInto(table).columns(table.fields());
            for (var row : part) {
                insert = insert.values(row.intoArray());
            }
            insert.onDuplicateKeyUpdate().set(values(changing)).execute();
        }
    }

    /** VALUES(column) is the one form of "the new value" that both servers know. */
    private static Map<Field<?>, Field<?>> values(List<Field<?>> columns) {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        for (var column : new ArrayList<>(columns)) {
            values.put(column, DSL.field("values({0})", column.getDataType(), DSL.field(column.getUnqualifiedName())));
        }
        return values;
    }
}
