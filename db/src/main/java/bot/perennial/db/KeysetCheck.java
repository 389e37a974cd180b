package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Tries a keyset on the first sealed text of each column. */
record KeysetCheck(DSLContext tx, Sealer sealer) {
    boolean fits() {
        return fits(PERSON, PERSON.MEMBER_ID, PERSON.PROFILE)
                && fits(MEETING, MEETING.MEMBER_ID, MEETING.NOTE)
                && fits(MEETING, MEETING.MEMBER_ID, MEETING.PLACE)
                && fits(PROMISE, PROMISE.MEMBER_ID, PROMISE.ABOUT);
    }

    private <R extends Record> boolean fits(Table<R> table, TableField<R, Long> owner, TableField<R, byte[]> column) {
        var first = tx.select(owner, column)
                .from(table)
                .where(column.isNotNull())
                .limit(1)
                .fetchOptional();
        try {
            first.ifPresent(row -> sealer.open(row.value1(), bound(table, column), row.value2()));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String bound(Table<?> table, TableField<?, ?> column) {
        return table.getName() + "." + column.getName();
    }
}
