package bot.perennial.core.testing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rows as one piece of work sees and changes them, until it is rolled back. */
final class Transaction {
    private final NavigableMap<Key, Row> rows;
    private final Map<Key.Kind, Long> last;
    private final Map<Key, Optional<Row>> before = new TreeMap<>();
    private final Map<Key.Kind, Long> lastBefore;

    Transaction(NavigableMap<Key, Row> rows, Map<Key.Kind, Long> last) {
        this.rows = rows;
        this.last = last;
        this.lastBefore = new HashMap<>(last);
    }

    /** Ids are small and follow each other, so that conversations in tests read well. */
    long next(Key.Kind kind) {
        return last.merge(kind, 1L, Long::sum);
    }

    Optional<Row> row(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    <R extends Row> Optional<R> find(Key key, Class<R> type) {
        return row(key).map(type::cast);
    }

    /** The rows of one kind that one member owns, by id. */
    <R extends Row> Stream<R> all(Key.Kind kind, long owner, Class<R> type) {
        return entries(new Key(kind, owner, 0), new Key(kind, owner, Long.MAX_VALUE))
                .map(Map.Entry::getValue)
                .map(type::cast);
    }

    /** The rows of one kind, whoever owns them, by owner and id. */
    <R extends Row> Stream<Map.Entry<Key, R>> everyone(Key.Kind kind, Class<R> type) {
        return entries(new Key(kind, 0, 0), new Key(kind, Long.MAX_VALUE, Long.MAX_VALUE))
                .map(entry -> Map.entry(entry.getKey(), type.cast(entry.getValue())));
    }

    void put(Key key, Row row) {
        before.putIfAbsent(key, row(key));
        rows.put(key, row);
    }

    void remove(Key key) {
        before.putIfAbsent(key, row(key));
        rows.remove(key);
    }

    /** What is different from before. */
    Map<Key, Row.Change> changes() {
        var changes = new LinkedHashMap<Key, Row.Change>();
        before.forEach((key, old) -> {
            if (key.kind().changedByGestures() && !old.equals(row(key))) {
                changes.put(key, new Row.Change(old, row(key)));
            }
        });
        return changes;
    }

    void rollBack() {
        before.forEach((key, old) -> old.ifPresentOrElse(row -> rows.put(key, row), () -> rows.remove(key)));
        before.clear();
        last.clear();
        last.putAll(lastBefore);
    }

    private Stream<Map.Entry<Key, Row>> entries(Key from, Key to) {
        return rows.subMap(from, true, to, true).entrySet().stream();
    }
}
