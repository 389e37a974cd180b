package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.store.Item;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is due, in order: by date, and on one date promises before hellos. */
final class Due {
    private static final Comparator<Item> ORDER = Comparator.comparing(Item::on)
            .thenComparing(Item.Hello.class::isInstance)
            .thenComparingLong(item -> item instanceof Item.Kept kept ? kept.promiseId() : item.personId());

    private Due() {}

    /** Read in one statement; what the transaction has written counts instead of what is stored. */
    static List<Item> of(DSLContext tx, Pages pages, LocalDate day) {
        var promise = DSL.field(DSL.name("promise_id"), Long.class);
        var person = DSL.field(DSL.name("person_id"), Long.class);
        var on = DSL.field(DSL.name("due_on"), PROMISE.DUE_ON.getDataType());
        var stored = pages.newcomer()
                ? List.<Item>of()
                : tx.select(PROMISE.PROMISE_ID, PROMISE.PERSON_ID, PROMISE.DUE_ON)
                        .from(PROMISE)
                        .where(
                                PROMISE.MEMBER_ID.eq(pages.owner().id()),
                                PROMISE.CLOSED_ON.isNull(),
                                PROMISE.DUE_ON.le(day))
                        .unionAll(DSL.select(DSL.castNull(PROMISE.PROMISE_ID), PERSON.PERSON_ID, PERSON.NEXT_ON)
                                .from(PERSON)
                                .where(
                                        PERSON.MEMBER_ID.eq(pages.owner().id()),
                                        PERSON.NEXT_ON.le(day),
                                        PERSON.RESTING.isFalse()))
                        .fetch(row -> item(row.get(promise), row.get(person), row.get(on)));
        var unchanged = stored.stream().filter(item -> switch (item) {
            case Item.Kept kept -> !pages.promises().wrote(kept.promiseId());
            case Item.Hello hello -> !pages.people().wrote(hello.personId());
        });
        var written = items(
                pages.promises()
                        .wrote(row -> JooqPromises.isOpen(row)
                                && !row.get(PROMISE.DUE_ON).isAfter(day)),
                pages.people()
                        .wrote(row -> !row.get(PERSON.RESTING)
                                && Cells.some(row, PERSON.NEXT_ON)
                                        .filter(next -> !next.isAfter(day))
                                        .isPresent()));
        return Stream.concat(unchanged, written.stream()).sorted(ORDER).toList();
    }

    private static Item item(@Nullable Long promise, long person, LocalDate on) {
        return promise == null ? new Item.Hello(person, on) : new Item.Kept(promise, person, on);
    }

    static List<Item> items(List<? extends Record> promises, List<? extends Record> hellos) {
        var kept = promises.stream()
                .map(row -> new Item.Kept(
                        row.get(PROMISE.PROMISE_ID), row.get(PROMISE.PERSON_ID), row.get(PROMISE.DUE_ON)));
        var placed = hellos.stream().map(row -> new Item.Hello(row.get(PERSON.PERSON_ID), row.get(PERSON.NEXT_ON)));
        return Stream.<Item>concat(kept, placed).sorted(ORDER).toList();
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
