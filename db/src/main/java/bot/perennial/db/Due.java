package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.store.Item;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Record;

/** What is due, in order: by date, and on one date promises before hellos. */
final class Due {
    private Due() {}

    static List<Item> items(List<? extends Record> promises, List<? extends Record> hellos) {
        var kept = promises.stream()
                .map(row ->
                        new Item.Kept(row.get(PROMISE.PROMISE_ID), row.get(PROMISE.PERSON_ID), row.get(PROMISE.DUE_ON)))
                .sorted(Comparator.comparing(Item.Kept::on).thenComparingLong(Item.Kept::promiseId));
        var placed = hellos.stream()
                .map(row -> new Item.Hello(row.get(PERSON.PERSON_ID), row.get(PERSON.NEXT_ON)))
                .sorted(Comparator.comparing(Item.Hello::on).thenComparingLong(Item.Hello::personId));
        return Stream.<Item>concat(kept, placed)
                .sorted(Comparator.comparing(Item::on))
                .toList();
    }

    static List<Long> promises(List<Item> items) {
        return items.stream()
                .flatMap(item -> switch (item) {
                    case Item.Kept kept -> Stream.of(kept.promiseId());
                    case Item.Hello hello -> Stream.<Long>empty();
                })
                .distinct()
                .toList();
    }
}
