package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.store.Backstage.Turned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Members after their turns: those who change alike are written in one statement, the rest in one more. */
final class MovedOn {
    private static final int WORTH_A_STATEMENT = 25;
    private static final List<Field<Integer>> COUNTS = List.of(MEMBER.NUDGES, MEMBER.STARTERS, MEMBER.UNTOUCHED);
    private static final List<Field<?>> COLUMNS = Stream.of(MemberRow.SETTINGS, MemberRow.PROGRESS, MemberRow.NEXT)
            .<Field<?>>flatMap(List::stream)
            .filter(column -> !column.equals(MEMBER.ZONE_CONFIRMED))
            .toList();

    private MovedOn() {}

    /** What becomes of a column: another value, or as much more. */
    private record Change(Field<?> column, Optional<Object> value, int more) {
        Field<?> assigned() {
            return more == 0
                    ? DSL.val(value.orElse(null), column.getDataType())
                    : count(column).plus(more);
        }
    }

    /** @param taken the members' rows, as this transaction took them */
    static void write(DSLContext tx, Map<Long, Record> taken, List<Turned> turned) {
        var alike = new LinkedHashMap<List<Change>, List<Record>>();
        var others = new ArrayList<Record>();
        for (var turn : turned) {
            var row = taken.get(turn.member().id());
            if (row == null) {
                var fresh =
                        MemberRow.fresh(tx, turn.member().id(), turn.member().account());
                MemberRow.movedOn(turn, fresh);
                others.add(fresh);
            } else {
                MemberRow.movedOn(turn, row);
                alike.computeIfAbsent(changes(row), change -> new ArrayList<>()).add(row);
            }
        }
        alike.forEach((changes, rows) -> {
            if (rows.size() < WORTH_A_STATEMENT) {
                others.addAll(rows);
            } else if (!changes.isEmpty()) {
                update(tx, changes, rows);
            }
        });
        Upsert.into(tx, MEMBER, others, COLUMNS);
    }

    private static void update(DSLContext tx, List<Change> changes, List<Record> rows) {
        var assigned = new LinkedHashMap<Field<?>, Field<?>>();
        changes.forEach(change -> assigned.put(change.column(), change.assigned()));
        for (var part : Batches.of(rows)) {
            tx.update(MEMBER)
                    .set(assigned)
                    .where(Batches.in(
                            MEMBER.MEMBER_ID,
                            part.stream().map(row -> row.get(MEMBER.MEMBER_ID)).toList()))
                    .execute();
        }
    }

    private static List<Change> changes(Record row) {
        var changes = new ArrayList<Change>();
        for (var column : COLUMNS) {
            if (row.modified(column)) {
                changes.add(
                        COUNTS.contains(column)
                                ? new Change(column, Optional.empty(), grown(row, count(column)))
                                : new Change(column, Optional.ofNullable(row.get(column)), 0));
            }
        }
        return changes;
    }

    private static int grown(Record row, Field<Integer> count) {
        return row.get(count) - row.original(count);
    }

    private static Field<Integer> count(Field<?> column) {
        return COUNTS.get(COUNTS.indexOf(column));
    }
}
