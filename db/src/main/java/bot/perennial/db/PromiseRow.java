package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.people.Promise;
import java.util.Comparator;
import org.jooq.Record;

/** A promise, as a row. */
record PromiseRow(Owner owner) {
    static final Comparator<Promise> EARLIEST =
            Comparator.comparing(Promise::due).thenComparingLong(Promise::id);
    private static final String ABOUT = "promise.about";

    Promise read(Record row) {
        return new Promise(
                row.get(PROMISE.PROMISE_ID),
                row.get(PROMISE.PERSON_ID),
                row.get(PROMISE.DUE_ON),
                Promise.Kind.valueOf(row.get(PROMISE.KIND)),
                Cells.some(row, PROMISE.ABOUT).map(cipher -> owner.open(ABOUT, cipher)),
                row.get(PROMISE.MADE_ON),
                Cells.some(row, PROMISE.CLOSED_ON));
    }

    void write(Promise promise, Record row) {
        row.set(PROMISE.PERSON_ID, promise.personId());
        row.set(PROMISE.DUE_ON, promise.due());
        row.set(PROMISE.KIND, promise.kind().name());
        Cells.set(row, PROMISE.ABOUT, promise.about().map(words -> owner.seal(ABOUT, words)));
        row.set(PROMISE.MADE_ON, promise.madeOn());
        Cells.set(row, PROMISE.CLOSED_ON, promise.closedOn());
    }
}
