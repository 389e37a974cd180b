package bot.perennial.core.testing;

import bot.perennial.core.store.History;
import bot.perennial.core.store.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one member's gestures changed, in memory. */
record InMemoryHistory(Transaction tx, long owner) implements History {
    private static final Duration KEPT = Duration.ofHours(24);

    @Override
    public Undone undo(long gesture, Instant at) {
        var told = tx.find(new Key(Key.Kind.GESTURE, owner, gesture), Row.Told.class);
        if (told.isEmpty() || told.get().at().plus(KEPT).isBefore(at)) {
            return Undone.UNKNOWN;
        }
        var undone = new Key(Key.Kind.UNDONE, owner, gesture);
        if (tx.row(undone).isPresent()) {
            return Undone.ALREADY;
        }
        var changes = told.get().changes();
        if (!untouched(changes) || leavesOrphans(changes)) {
            return Undone.CHANGED_SINCE;
        }
        changes.forEach(this::putBack);
        tx.put(undone, new Row.Undone());
        return Undone.RESTORED;
    }

    private boolean untouched(Map<Key, Row.Change> changes) {
        return changes.entrySet().stream()
                .filter(change -> change.getKey().kind().guarded())
                .allMatch(change ->
                        tx.row(change.getKey()).equals(change.getValue().after()));
    }

    /** Whether something has since been noted about someone who would be gone, or someone is gone who is needed. */
    private boolean leavesOrphans(Map<Key, Row.Change> changes) {
        return tx.all(Key.Kind.PERSON, owner, Row.Noted.class)
                        .map(row -> row.person().id())
                        .filter(id -> goes(changes, new Key(Key.Kind.PERSON, owner, id)))
                        .anyMatch(id -> notes(id).anyMatch(key -> !goes(changes, key)))
                || changes.values().stream()
                        .flatMap(change -> change.before().flatMap(InMemoryHistory::about).stream())
                        .map(id -> new Key(Key.Kind.PERSON, owner, id))
                        .anyMatch(key -> tx.row(key).isEmpty() && !returns(changes, key));
    }

    private Stream<Key> notes(long person) {
        return Stream.concat(
                new InMemoryMeetings(tx, owner, 0)
                        .with(person, Integer.MAX_VALUE).stream()
                                .map(meeting -> new Key(Key.Kind.MEETING, owner, meeting.id())),
                new InMemoryPromises(tx, owner)
                        .with(person, Integer.MAX_VALUE).stream()
                                .map(promise -> new Key(Key.Kind.PROMISE, owner, promise.id())));
    }

    private static boolean goes(Map<Key, Row.Change> changes, Key key) {
        return changes.containsKey(key) && changes.get(key).before().isEmpty();
    }

    private static boolean returns(Map<Key, Row.Change> changes, Key key) {
        return changes.containsKey(key) && changes.get(key).before().isPresent();
    }

    private static Optional<Long> about(Row row) {
        return switch (row) {
            case Row.Met met -> Optional.of(met.meeting().personId());
            case Row.Promised promised -> Optional.of(promised.promise().personId());
            case Row.Known known -> Optional.empty();
            case Row.Settings settings -> Optional.empty();
            case Row.Steps steps -> Optional.empty();
            case Row.Next next -> Optional.empty();
            case Row.Noted noted -> Optional.empty();
            case Row.Posted posted -> Optional.empty();
            case Row.Paced paced -> Optional.empty();
            case Row.OnDuty duty -> Optional.empty();
            case Row.Present present -> Optional.empty();
            case Row.Told told -> Optional.empty();
            case Row.Undone undone -> Optional.empty();
        };
    }

    private void putBack(Key key, Row.Change change) {
        var now = tx.row(key);
        if (now.equals(change.after())) {
            change.before().ifPresentOrElse(row -> tx.put(key, row), () -> tx.remove(key));
        } else if (now.isPresent()
                && now.get() instanceof Row.Posted posted
                && InMemoryLetters.notOnItsWay(posted.state())) {
            tx.put(key, posted.now(Letters.State.CANCELLED, "undone"));
        }
    }
}
