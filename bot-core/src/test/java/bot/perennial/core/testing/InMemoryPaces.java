package bot.perennial.core.testing;

import bot.perennial.core.store.Paces;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paces of all lines, in memory. */
record InMemoryPaces(Transaction tx) implements Paces {
    @Override
    public Map<String, Pace> hold(Map<String, Pace> fresh) {
        var paces = new HashMap<>(fresh);
        paces.putAll(look(fresh.keySet()));
        return Map.copyOf(paces);
    }

    @Override
    public Map<String, Pace> look(Set<String> lines) {
        return known().filter(entry -> lines.contains(entry.getValue().line()))
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getValue().line(), entry -> entry.getValue()
                        .pace()));
    }

    @Override
    public void keep(Map<String, Pace> paces) {
        paces.forEach((line, pace) -> {
            var key = known().filter(entry -> entry.getValue().line().equals(line))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> new Key(Key.Kind.PACE, 0, tx.next(Key.Kind.PACE)));
            tx.put(key, new Row.Paced(line, pace));
        });
    }

    private Stream<Map.Entry<Key, Row.Paced>> known() {
        return tx.everyone(Key.Kind.PACE, Row.Paced.class);
    }
}
