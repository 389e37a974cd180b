package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Promises;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.SortField;

/** What one member has promised, in the database. */
record JooqPromises(Pages pages) implements Promises {
    private static final List<SortField<?>> LATEST = List.of(PROMISE.DUE_ON.desc(), PROMISE.PROMISE_ID.desc());

    @Override
    public Promise add(long personId, LocalDate due, Promise.Kind kind, Optional<String> about, LocalDate today) {
        pages.refuseStranger(personId);
        var promise = new Promise(pages.nextId(), personId, due, kind, about, today, Optional.empty());
        put(promise);
        return promise;
    }

    @Override
    public void save(Promise promise) {
        var there = find(promise.id());
        if (there.isEmpty()) {
            throw new IllegalArgumentException("No promise with id " + promise.id() + " is in this notebook");
        }
        pages.refuseStranger(promise.personId());
        if (!there.get().equals(promise)) {
            put(promise);
        }
    }

    @Override
    public Optional<Promise> find(long id) {
        return pages.promises().find(id).map(this::read);
    }

    @Override
    public List<Promise> open() {
        return earliest(pages.promises().matching(PROMISE.CLOSED_ON.isNull(), JooqPromises::isOpen));
    }

    @Override
    public List<Promise> openWith(long personId) {
        return earliest(pages.openWith(personId));
    }

    @Override
    public List<Promise> with(long personId, int most) {
        return about(personId, most)
                .sorted(PromiseRow.EARLIEST.reversed())
                .limit(most)
                .toList();
    }

    void removeAll(long personId) {
        about(personId, Ledger.ALL).toList().forEach(promise -> pages.promises().remove(promise.id()));
    }

    static boolean isOpen(Record row) {
        return Cells.some(row, PROMISE.CLOSED_ON).isEmpty();
    }

    private Stream<Promise> about(long personId, int most) {
        var condition = PROMISE.PERSON_ID.eq(personId);
        return pages
                .promises()
                .matching(condition, row -> row.get(PROMISE.PERSON_ID) == personId, LATEST, most)
                .stream()
                .map(this::read);
    }

    private List<Promise> earliest(List<Record> rows) {
        return rows.stream().map(this::read).sorted(PromiseRow.EARLIEST).toList();
    }

    private void put(Promise promise) {
        var row = pages.promises().draft(promise.id());
        pages.promiseRow().write(promise, row);
        pages.promises().put(row, pages.gesture());
    }

    private Promise read(Record row) {
        return pages.promiseRow().read(row);
    }
}
