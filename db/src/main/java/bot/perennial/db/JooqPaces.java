package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PACE;

import bot.perennial.core.store.Paces;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The paces of all lines, in the database, where a row is held by one process at a time. */
record JooqPaces(DSLContext tx) implements Paces {
    private static final int NANOS = 1000;

    /** Held in the order of their names, as everybody does; a row must be there to be held. */
    @Override
    public Map<String, Pace> hold(Map<String, Pace> fresh) {
        var held = held(fresh.keySet());
        if (held.size() < fresh.size()) {
            var missing = new HashMap<>(fresh);
            missing.keySet().removeAll(held.keySet());
            Upsert.into(tx, PACE, rows(missing), List.of(PACE.APART_MICROS));
            held = held(fresh.keySet());
        }
        return held;
    }

    @Override
    public Map<String, Pace> look(Set<String> lines) {
        var seen = new HashMap<String, Pace>();
        for (var part : Batches.of(List.copyOf(lines))) {
            tx.selectFrom(PACE).where(PACE.LINE.in(part)).forEach(row -> seen.put(row.get(PACE.LINE), pace(row)));
        }
        return seen;
    }

    @Override
    public void keep(Map<String, Pace> paces) {
        Upsert.into(tx, PACE, rows(paces));
    }

    private Map<String, Pace> held(Collection<String> lines) {
        var held = new HashMap<String, Pace>();
        for (var part : Batches.of(new HashSet<>(lines).stream().sorted().toList())) {
            tx.selectFrom(PACE)
                    .where(PACE.LINE.in(part))
                    .orderBy(PACE.LINE)
                    .forUpdate()
                    .forEach(row -> held.put(row.get(PACE.LINE), pace(row)));
        }
        return held;
    }

    private List<Record> rows(Map<String, Pace> paces) {
        return new TreeMap<>(paces)
                .entrySet().stream()
                        .map(entry -> {
                            var row = tx.newRecord(PACE);
                            row.set(PACE.LINE, entry.getKey());
                            row.set(PACE.NEXT_AT, entry.getValue().next());
                            row.set(PACE.QUEUED_AT, entry.getValue().queued());
                            row.set(PACE.CLOSED_UNTIL, entry.getValue().closedUntil());
                            row.set(
                                    PACE.APART_MICROS,
                                    Math.toIntExact(entry.getValue().apart().toNanos() / NANOS));
                            return row;
                        })
                        .toList();
    }

    private static Pace pace(Record row) {
        return new Pace(
                row.get(PACE.NEXT_AT),
                row.get(PACE.QUEUED_AT),
                row.get(PACE.CLOSED_UNTIL),
                Duration.ofNanos((long) row.get(PACE.APART_MICROS) * NANOS));
    }
}
