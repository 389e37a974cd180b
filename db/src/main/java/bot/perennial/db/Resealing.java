package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;

import bot.perennial.db.Transactions.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Encrypts anew, some rows at a time, what was written before the keyset got its present first key. It goes through all
 * tables until it finds nothing more to do; what a member changes meanwhile is left as it is.
 */
public final class Resealing {
    private static final int AT_ONCE = 200;

    private final Transactions rounds;
    private final Sealer sealer;
    private final int most;
    private Place place = Place.START;
    private int found;
    private boolean finished;
    private int unreadable;

    Resealing(Transactions rounds, Sealer sealer) {
        this(rounds, sealer, AT_ONCE);
    }

    Resealing(Transactions rounds, Sealer sealer, int most) {
        this.rounds = rounds;
        this.sealer = sealer;
        this.most = most;
        this.finished = sealer.keys() == 1;
    }

    /** Whether everything is known to be encrypted with the first key; without older keys it is. */
    public boolean finished() {
        return finished;
    }

    /** How many texts this turn through the tables met that none of the keys opens. */
    public int unreadable() {
        return unreadable;
    }

    /** Goes on for some rows, in a transaction of its own, and says how many texts it encrypted anew. */
    public int step() {
        if (place.equals(Place.START)) {
            found = 0;
            unreadable = 0;
        }
        var page = rounds.run(tx -> {
            var read = read(tx, place);
            return new End<>(read, read.changed() > 0);
        });
        found += page.changed();
        place = page.next();
        if (place.column() > SealedColumn.ALL.size()) {
            finished = found == 0;
            place = Place.START;
        }
        return page.changed();
    }

    private Page read(DSLContext tx, Place from) {
        if (from.column() == SealedColumn.ALL.size()) {
            return read(tx, from, GESTURE.MEMBER_ID, GESTURE.GESTURE_ID, GESTURE.PREVIOUS, this::anewInImages);
        }
        var column = SealedColumn.ALL.get(from.column());
        return read(
                tx, from, column.owner(), column.id(), column.text(), (owner, cipher) -> anew(owner, column, cipher));
    }

    private Optional<String> anewInImages(long owner, String images) {
        return Images.anew(images, (table, column, cipher) -> SealedColumn.named(table, column)
                .flatMap(known -> anew(owner, known, cipher)));
    }

    /** One text that can't be opened must not keep all others from being encrypted anew. */
    private Optional<byte[]> anew(long owner, SealedColumn column, byte[] cipher) {
        try {
            return sealer.anew(owner, column.bound(), cipher);
        } catch (IllegalStateException e) {
            unreadable++;
            return Optional.empty();
        }
    }

    private <T> Page read(
            DSLContext tx,
            Place from,
            TableField<Record, Long> owner,
            TableField<Record, Long> id,
            TableField<Record, T> text,
            Anew<T> anew) {
        var further = owner.eq(from.owner()).and(id.gt(from.id())).or(owner.gt(from.owner()));
        var rows = tx.select(owner, id, text)
                .from(owner.getTable())
                .where(from.first() ? DSL.noCondition() : further)
                .orderBy(owner, id)
                .limit(most)
                .fetch();
        var changes = new ArrayList<Change<T>>();
        for (var row : rows) {
            Cells.some(row, text)
                    .flatMap(old -> anew.of(row.value1(), old)
                            .map(fresh -> new Change<>(row.value1(), row.value2(), old, fresh)))
                    .ifPresent(changes::add);
        }
        write(tx, owner, id, text, changes);
        return new Page(
                changes.size(),
                rows.size() < most
                        ? Place.startOf(from.column() + 1)
                        : new Place(
                                from.column(),
                                false,
                                rows.getLast().value1(),
                                rows.getLast().value2()));
    }

    /** Only where the row still holds what was read: whatever a member wrote since is newer, and sealed as it should be. */
    static <T> void write(
            DSLContext tx,
            TableField<Record, Long> owner,
            TableField<Record, Long> id,
            TableField<Record, T> text,
            List<Change<T>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var update = tx.batch(tx.update(owner.getTable())
                .set(text, DSL.param("fresh", text.getDataType()))
                .where(
                        owner.eq(DSL.param("owner", owner.getDataType())),
                        id.eq(DSL.param("id", id.getDataType())),
                        text.eq(DSL.param("old", text.getDataType()))));
        for (var change : changes) {
            update = update.bind(change.fresh(), change.owner(), change.id(), change.old());
        }
        update.execute();
    }

    /** What one row holds, and what it is to hold. */
    record Change<T>(long owner, long id, T old, T fresh) {}

    /** Seals a stored value anew; empty if that is not needed. */
    private interface Anew<T> {
        Optional<T> of(long owner, T stored);
    }

    private record Page(int changed, Place next) {}

    /** After which row of which column to go on. */
    private record Place(int column, boolean first, long owner, long id) {
        static final Place START = startOf(0);

        static Place startOf(int column) {
            return new Place(column, true, 0, 0);
        }
    }
}
