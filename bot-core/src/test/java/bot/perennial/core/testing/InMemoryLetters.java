package bot.perennial.core.testing;

import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What will be written to one member, in memory. */
record InMemoryLetters(Transaction tx, long owner) implements Letters {
    private static final Comparator<Row.Posted> LATEST = Comparator.comparing(
                    (Row.Posted posted) -> posted.letter().due())
            .thenComparingLong(posted -> posted.letter().id())
            .reversed();

    @Override
    public void plan(Letter.Kind kind, String key, Instant due, List<Item> items) {
        var there = find(kind, key);
        if (there.isEmpty()) {
            write(tx.next(Key.Kind.LETTER), kind, key, due, items, 0);
        } else if (neverLeft(there.get().state())) {
            var old = there.get().letter();
            write(old.id(), kind, key, due, items, old.fence());
        }
    }

    /** Plans a letter unless there is one already, whatever became of it. */
    void planOnce(Letter.Kind kind, String key, Instant due, List<Item> items) {
        if (find(kind, key).isEmpty()) {
            plan(kind, key, due, items);
        }
    }

    @Override
    public void cancel(Letter.Kind kind) {
        everything()
                .filter(posted -> posted.letter().kind() == kind && notOnItsWay(posted.state()))
                .forEach(posted -> tx.put(key(posted.letter().id()), posted.now(State.CANCELLED, "taken back")));
    }

    @Override
    public List<Written> latest(Letter.Kind kind, int most) {
        return everything()
                .filter(posted -> posted.letter().kind() == kind)
                .sorted(LATEST)
                .limit(most)
                .map(InMemoryLetters::written)
                .toList();
    }

    /** Whether it can still be taken back. */
    static boolean notOnItsWay(State state) {
        return state == State.PLANNED || state == State.CLAIMED;
    }

    private static boolean neverLeft(State state) {
        return switch (state) {
            case FAILED, EXPIRED, CANCELLED -> true;
            case PLANNED, CLAIMED, SENDING, SENT, AMBIGUOUS -> false;
        };
    }

    private void write(long id, Letter.Kind kind, String dueKey, Instant due, List<Item> items, long fence) {
        var to = new Members(tx).known(owner).account();
        var letter = new Letter(id, owner, to, Optional.empty(), kind, dueKey, due, items, 0, Optional.empty(), fence);
        tx.put(key(id), new Row.Posted(letter, State.PLANNED, due, Optional.empty(), ""));
    }

    private Optional<Row.Posted> find(Letter.Kind kind, String dueKey) {
        return everything()
                .filter(posted -> posted.letter().kind() == kind
                        && posted.letter().dueKey().equals(dueKey))
                .findFirst();
    }

    private Stream<Row.Posted> everything() {
        return tx.all(Key.Kind.LETTER, owner, Row.Posted.class);
    }

    private Key key(long id) {
        return new Key(Key.Kind.LETTER, owner, id);
    }

    private static Written written(Row.Posted posted) {
        var letter = posted.letter();
        return new Written(letter.kind(), letter.dueKey(), letter.due(), letter.items(), posted.state());
    }
}
