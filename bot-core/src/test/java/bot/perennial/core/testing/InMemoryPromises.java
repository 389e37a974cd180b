package bot.perennial.core.testing;

import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Promises;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one member has promised, in memory. */
record InMemoryPromises(Transaction tx, long owner) implements Promises {
    private static final Comparator<Promise> EARLIEST =
            Comparator.comparing(Promise::due).thenComparingLong(Promise::id);

    @Override
    public Promise add(long personId, LocalDate due, Promise.Kind kind, Optional<String> about, LocalDate today) {
        if (new InMemoryPeople(tx, owner).find(personId).isEmpty()) {
            throw new IllegalArgumentException("Nobody with id " + personId + " is in this notebook");
        }
        var id = tx.next(Key.Kind.PROMISE);
        var promise = new Promise(id, personId, due, kind, about, today, Optional.empty());
        tx.put(key(id), new Row.Promised(promise));
        return promise;
    }

    @Override
    public void save(Promise promise) {
        if (find(promise.id()).isEmpty()
                || new InMemoryPeople(tx, owner).find(promise.personId()).isEmpty()) {
            throw new IllegalArgumentException("No promise with id " + promise.id() + " is in this notebook");
        }
        tx.put(key(promise.id()), new Row.Promised(promise));
    }

    @Override
    public Optional<Promise> find(long id) {
        return tx.find(key(id), Row.Promised.class).map(Row.Promised::promise);
    }

    @Override
    public List<Promise> open() {
        return everything().filter(Promise::open).sorted(EARLIEST).toList();
    }

    @Override
    public List<Promise> openWith(long personId) {
        return open().stream().filter(promise -> promise.personId() == personId).toList();
    }

    @Override
    public List<Promise> with(long personId, int most) {
        return everything()
                .filter(promise -> promise.personId() == personId)
                .sorted(EARLIEST.reversed())
                .limit(most)
                .toList();
    }

    void removeAll(long personId) {
        with(personId, Integer.MAX_VALUE).forEach(promise -> tx.remove(key(promise.id())));
    }

    private Stream<Promise> everything() {
        return tx.all(Key.Kind.PROMISE, owner, Row.Promised.class).map(Row.Promised::promise);
    }

    private Key key(long id) {
        return new Key(Key.Kind.PROMISE, owner, id);
    }
}
