package bot.perennial.core.testing;

import bot.perennial.core.store.Duties;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who does which part of each task, in memory. */
record InMemoryDuties(Transaction tx) implements Duties {
    @Override
    public List<Duty> hold(String task) {
        return known().filter(entry -> entry.getValue().task().equals(task))
                .map(entry -> entry.getValue().duty())
                .sorted(Comparator.comparingInt(Duty::part))
                .toList();
    }

    @Override
    public void keep(String task, List<Duty> duties) {
        for (var duty : duties) {
            var key = known().filter(entry -> entry.getValue().task().equals(task)
                            && entry.getValue().duty().part() == duty.part())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> new Key(Key.Kind.DUTY, 0, tx.next(Key.Kind.DUTY)));
            tx.put(key, new Row.OnDuty(task, duty));
        }
    }

    @Override
    public Map<String, Instant> crew(String task) {
        return present(each -> each.task().equals(task))
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getValue().process(), entry -> entry.getValue()
                        .until()));
    }

    @Override
    public void sign(String task, String process, Instant until, Instant gone) {
        present(each -> each.task().equals(task) && each.until().isBefore(gone))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(tx::remove);
        var key = present(each -> each.task().equals(task) && each.process().equals(process))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> new Key(Key.Kind.CREW, 0, tx.next(Key.Kind.CREW)));
        tx.put(key, new Row.Present(task, process, until));
    }

    private Stream<Map.Entry<Key, Row.OnDuty>> known() {
        return tx.everyone(Key.Kind.DUTY, Row.OnDuty.class);
    }

    private Stream<Map.Entry<Key, Row.Present>> present(Predicate<Row.Present> which) {
        return tx.everyone(Key.Kind.CREW, Row.Present.class).filter(entry -> which.test(entry.getValue()));
    }
}
