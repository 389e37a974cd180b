package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** A column of sealed texts, in a table whose rows are clustered by their owner. */
record SealedColumn(
        Table<Record> table,
        TableField<Record, Long> owner,
        TableField<Record, Long> id,
        TableField<Record, byte[]> text) {
    /** All there are; besides them, sealed texts stand in what {@link Images} keep of their rows. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn(PERSON, PERSON.MEMBER_ID, PERSON.PERSON_ID, PERSON.PROFILE),
            new SealedColumn(MEETING, MEETING.MEMBER_ID, MEETING.MEETING_ID, MEETING.NOTE),
            new SealedColumn(MEETING, MEETING.MEMBER_ID, MEETING.MEETING_ID, MEETING.PLACE),
            new SealedColumn(PROMISE, PROMISE.MEMBER_ID, PROMISE.PROMISE_ID, PROMISE.ABOUT),
            new SealedColumn(GESTURE, GESTURE.MEMBER_ID, GESTURE.GESTURE_ID, GESTURE.ANSWER));

    static Optional<SealedColumn> named(String table, String column) {
        return ALL.stream()
                .filter(each -> each.table.getName().equals(table)
                        && each.text.getName().equals(column))
                .findFirst();
    }

    /** What its texts are bound to besides their owner. */
    String bound() {
        return table.getName() + "." + text.getName();
    }
}
