package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEMBER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * One owner's rows of one table in one transaction: what was read, and what is to be written. Writes are kept until the
 * end and seen by every read before it.
 */
final class Ledger {
    static final int ALL = Integer.MAX_VALUE;

    private final DSLContext tx;
    private final Owner owner;
    private final boolean nothingStored;
    private final Table<Record> table;
    private final TableField<Record, Long> id;
    private final Field<Long> member;
    private final Field<Long> community;
    private final Field<Long> changedBy;
    private final boolean locking;
    private final Map<Long, Optional<Record>> before = new HashMap<>();
    private final Map<Long, Optional<Record>> after = new TreeMap<>();

    /**
     * @param nothingStored whether the owner is new, so that there is nothing to read
     * @param locking whether others change such rows too, so that reading must hold them
     */
    Ledger(DSLContext tx, Owner owner, boolean nothingStored, TableField<Record, Long> id, boolean locking) {
        this.tx = tx;
        this.owner = owner;
        this.nothingStored = nothingStored;
        this.table = Objects.requireNonNull(id.getTable());
        this.id = id;
        this.member = column(MEMBER.MEMBER_ID);
        this.community = column(MEMBER.COMMUNITY_ID);
        this.changedBy = DSL.field(DSL.name(tableName(), "changed_by"), Long.class);
        this.locking = locking;
    }

    /** A row that some other statement has read. */
    void saw(Record row) {
        before.putIfAbsent(row.get(id), Optional.of(row));
    }

    Optional<Record> find(long key) {
        if (!known(key)) {
            load(List.of(key));
        }
        return now(key);
    }

    /** Reads rows, those not there included, so that finding them needs no more statements. */
    void load(Collection<Long> keys) {
        var unknown = keys.stream().filter(key -> !known(key)).sorted().toList();
        for (var part : Batches.of(unknown)) {
            read(id.in(part), List.of(), ALL);
        }
        unknown.forEach(key -> before.putIfAbsent(key, Optional.empty()));
    }

    /** The rows that fit, as the transaction sees them: the condition and the predicate say the same. */
    List<Record> matching(Condition condition, Predicate<Record> fits) {
        return matching(condition, fits, List.of(), ALL);
    }

    /** The first rows that fit, and perhaps more; the caller sorts and cuts. */
    List<Record> matching(Condition condition, Predicate<Record> fits, List<SortField<?>> order, int most) {
        var limit = most == ALL ? ALL : most + after.size();
        var stored = read(condition, order, limit).stream()
                .filter(row -> !after.containsKey(row.get(id)))
                .toList();
        return Stream.concat(stored.stream(), written().filter(fits)).toList();
    }

    /** The rows that fit among those that were read or written; for when they are known to be all. */
    List<Record> seen(Predicate<Record> fits) {
        var unchanged = before.entrySet().stream()
                .filter(entry -> !after.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream());
        return Stream.concat(unchanged, written()).filter(fits).toList();
    }

    /** Whether this transaction has written or removed a row. */
    boolean wrote(long key) {
        return after.containsKey(key);
    }

    /** The rows that this transaction has written, among those that fit. */
    List<Record> wrote(Predicate<Record> fits) {
        return written().filter(fits).toList();
    }

    /** A row to be filled in and then put: a copy of what is there, or a new one. */
    Record draft(long key) {
        var row = tx.newRecord(table);
        now(key).ifPresent(there -> Cells.copy(there, row));
        row.set(id, key);
        row.set(member, owner.id());
        row.set(community, owner.community());
        return row;
    }

    void put(Record row, long gesture) {
        row.set(changedBy, gesture);
        restore(row);
    }

    /** Puts a row that says itself who changed it. */
    void restore(Record row) {
        before.putIfAbsent(row.get(id), Optional.empty());
        after.put(row.get(id), Optional.of(row));
    }

    void remove(long key) {
        find(key);
        after.put(key, Optional.empty());
    }

    /** The rows written, with what was there before. */
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        after.forEach((key, row) -> {
            var old = before.getOrDefault(key, Optional.empty());
            if (old.isPresent() || row.isPresent()) {
                changes.add(new Change(tableName(), key, old, row));
            }
        });
        return changes;
    }

    long changedBy(Record row) {
        return row.get(changedBy);
    }

    void flush() {
        Upsert.into(tx, table, written().toList());
        var gone = after.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty()
                        && before.getOrDefault(entry.getKey(), Optional.empty()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        for (var part : Batches.of(gone)) {
            tx.deleteFrom(table).where(member.eq(owner.id()), id.in(part)).execute();
        }
    }

    private List<Record> read(Condition condition, List<SortField<?>> order, int limit) {
        if (nothingStored) {
            return List.of();
        }
        SelectLimitStep<Record> select =
                tx.selectFrom(table).where(member.eq(owner.id()), condition).orderBy(order);
        var limited = limit == ALL ? select : select.limit(limit);
        var rows = locking ? limited.forUpdate().fetch() : limited.fetch();
        rows.forEach(this::saw);
        return rows;
    }

    private boolean known(long key) {
        return after.containsKey(key) || before.containsKey(key) || nothingStored;
    }

    private Optional<Record> now(long key) {
        return after.getOrDefault(key, before.getOrDefault(key, Optional.empty()));
    }

    private Stream<Record> written() {
        return after.values().stream().flatMap(Optional::stream);
    }

    private Field<Long> column(Field<Long> named) {
        return DSL.field(DSL.name(tableName(), named.getName()), Long.class);
    }

    private String tableName() {
        return table.getName();
    }

    /** A row that a gesture wrote; neither means that it came and went. */
    record Change(String table, long id, Optional<Record> before, Optional<Record> after) {}
}
