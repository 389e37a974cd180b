package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.MEMBER;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statement that opens a notebook: the member, whether this gesture was made before, and the people who are named with
 * their open promises.
 *
 * @param locking whether the member is held until the transaction ends
 */
record OpeningQuery(Opening opening, boolean locking) {
    private static final int USUAL_WORDS = 5;
    private static final Map<Shape, String> RENDERED = new ConcurrentHashMap<>();
    private static final List<Field<?>> MINE = Stream.concat(
                    Stream.of(MEMBER.fields()), Stream.of(GESTURE.GESTURE_ID, GESTURE.ANSWER))
            .toList();
    private static final List<Field<?>> EVERYTHING = Stream.concat(
                    MINE.stream(), Stream.concat(Stream.of(PERSON.fields()), Stream.of(PROMISE.fields())))
            .toList();

    private static final Jdbc.Columns MY_COLUMNS = new Jdbc.Columns(MINE);
    private static final Jdbc.Columns ALL_COLUMNS = new Jdbc.Columns(EVERYTHING);

    /** What decides how the statement reads; the rest are its values. */
    private record Shape(boolean locking, String named) {}

    List<Row> rows(DSLContext tx) {
        return Jdbc.read(tx, text(tx), values(), opening.named().isEmpty() ? MY_COLUMNS : ALL_COLUMNS).stream()
                .map(values -> new Row(tx, values))
                .toList();
    }

    /** Rendered once for each of the usual shapes; of the others there is no end. */
    private String text(DSLContext tx) {
        var named = opening.named();
        if (named.size() > 1) {
            return select(tx).getSQL();
        }
        return switch (named.isEmpty() ? null : named.getFirst()) {
            case null -> rendered(tx, "nobody");
            case Who.Known known -> rendered(tx, "known");
            case Who.Mentioned mentioned -> rendered(tx, "mentioned");
            case Who.Named(String name) -> {
                var words = JooqPeople.words(name).size();
                yield words > USUAL_WORDS ? select(tx).getSQL() : rendered(tx, "named " + words);
            }
        };
    }

    private String rendered(DSLContext tx, String named) {
        return RENDERED.computeIfAbsent(
                new Shape(locking, named), shape -> select(tx).getSQL());
    }

    /** In the order in which {@link #select} has them. */
    List<Object> values() {
        var account = opening.owner();
        var values = new ArrayList<Object>();
        values.add(Hash.request(opening.gesture()));
        opening.named().forEach(who -> values.addAll(JooqPeople.values(who)));
        values.addAll(List.of(account.platform(), account.workspace(), account.user()));
        return values;
    }

    Select<Record> select(DSLContext tx) {
        var request = GESTURE.MEMBER_ID.eq(MEMBER.MEMBER_ID).and(GESTURE.REQUEST.eq(Hash.request(opening.gesture())));
        var mine = tx.select(columns()).from(MEMBER).leftJoin(GESTURE).on(request);
        if (opening.named().isEmpty()) {
            var select = mine.where(is(opening.owner()));
            return locking ? select.forUpdate() : select;
        }
        var named = DSL.or(opening.named().stream().map(JooqPeople::candidates).toList());
        var open = PROMISE.MEMBER_ID
                .eq(PERSON.MEMBER_ID)
                .and(PROMISE.PERSON_ID.eq(PERSON.PERSON_ID))
                .and(PROMISE.CLOSED_ON.isNull());
        var select = mine.leftJoin(PERSON)
                .on(PERSON.MEMBER_ID.eq(MEMBER.MEMBER_ID).and(named))
                .leftJoin(PROMISE)
                .on(open)
                .where(is(opening.owner()));
        return locking ? select.forUpdate() : select;
    }

    private List<Field<?>> columns() {
        return opening.named().isEmpty() ? MINE : EVERYTHING;
    }

    private static Condition is(Account account) {
        return MEMBER.PLATFORM
                .eq(account.platform())
                .and(MEMBER.WORKSPACE.eq(account.workspace()))
                .and(MEMBER.ACCOUNT.eq(account.user()));
    }

    /** One row of what was read: the member, and perhaps one of the people and one of the promises. */
    record Row(DSLContext tx, List<@Nullable Object> values) {
        private static final int GESTURE_AT = MEMBER.fields().length;
        private static final int PERSON_AT = MINE.size();
        private static final int PROMISE_AT = PERSON_AT + PERSON.fields().length;

        Record member() {
            return part(MEMBER, 0).orElseThrow();
        }

        Optional<Record> person() {
            return part(PERSON, PERSON_AT);
        }

        Optional<Record> promise() {
            return part(PROMISE, PROMISE_AT);
        }

        boolean madeBefore() {
            return values.get(GESTURE_AT) != null;
        }

        /** What the gesture was answered when it was made before, encrypted; empty once that is forgotten. */
        Optional<byte[]> answer() {
            return Optional.ofNullable((byte @Nullable []) values.get(GESTURE_AT + 1));
        }

        /** The first column of every table is part of its key, so that it is empty only where there is no row. */
        private Optional<Record> part(Table<Record> table, int from) {
            if (from >= values.size() || values.get(from) == null) {
                return Optional.empty();
            }
            var part = tx.newRecord(table);
            part.fromArray(values.subList(from, from + table.fields().length).toArray());
            return Optional.of(part);
        }
    }
}
