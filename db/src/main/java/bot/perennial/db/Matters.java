package bot.perennial.db;

import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Matter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Record;

/** What is true about items, put together from one owner's rows. */
record Matters(
        Owner owner,
        Function<Long, Optional<Record>> people,
        Function<Long, Optional<Record>> promises,
        Function<Long, List<Record>> meetings) {

    List<Matter> of(List<Item> items) {
        return items.stream().flatMap(item -> matter(item).stream()).toList();
    }

    private Optional<Matter> matter(Item item) {
        return switch (item) {
            case Item.Hello hello -> matter(hello, Optional.empty());
            case Item.Kept kept ->
                promises.apply(kept.promiseId())
                        .map(new PromiseRow(owner)::read)
                        .filter(Promise::open)
                        .flatMap(promise -> matter(kept, Optional.of(promise)));
        };
    }

    private Optional<Matter> matter(Item item, Optional<Promise> promise) {
        var lately = meetings.apply(item.personId()).stream()
                .map(new MeetingRow(owner)::read)
                .toList();
        return people.apply(item.personId())
                .map(new PersonRow(owner)::read)
                .map(person -> Matter.of(item, person, promise, lately));
    }
}
