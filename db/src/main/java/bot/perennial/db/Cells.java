package bot.perennial.db;

import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Columns that may be empty. */
final class Cells {
    private Cells() {}

    static <T> Optional<T> some(Record row, Field<T> column) {
        return Optional.ofNullable(row.get(column));
    }

    static <T> void set(Record row, Field<T> column, Optional<T> value) {
        row.set(column, value.orElse(null));
    }

    static void copy(Record from, Record to) {
        for (var column : to.fields()) {
            copy(column, from, to);
        }
    }

    static <T> void copy(Field<T> column, Record from, Record to) {
        to.set(column, from.get(column));
    }
}
