package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.MEMBER;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What is true about the items of some letters, read in four statements, and one more for Monday notes. */
final class LetterPages {
    private LetterPages() {}

    static Map<Long, Page> read(DSLContext tx, List<Letter> letters, Sealer sealer) {
        var people = new TreeMap<Long, Set<Long>>();
        var promises = new TreeMap<Long, Set<Long>>();
        for (var letter : letters) {
            add(
                    people,
                    letter.memberId(),
                    letter.items().stream().map(Item::personId).toList());
            add(promises, letter.memberId(), Due.promises(letter.items()));
        }
        var members = tx.selectFrom(MEMBER)
                .where(MEMBER.MEMBER_ID.in(people.keySet()))
                .fetchMap(MEMBER.MEMBER_ID);
        var named = among(PERSON.MEMBER_ID, PERSON.PERSON_ID, people);
        var persons = byKey(
                named.map(among ->
                        List.<Record>copyOf(tx.selectFrom(PERSON).where(among).fetch())),
                PERSON.MEMBER_ID,
                PERSON.PERSON_ID);
        var met = named.map(among -> LastMeetings.of(tx, among)).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(row -> List.of(row.get(MEETING.MEMBER_ID), row.get(MEETING.PERSON_ID))));
        var kept = byKey(
                among(PROMISE.MEMBER_ID, PROMISE.PROMISE_ID, promises)
                        .map(among -> List.<Record>copyOf(
                                tx.selectFrom(PROMISE).where(among).fetch())),
                PROMISE.MEMBER_ID,
                PROMISE.PROMISE_ID);
        var inTouch = inTouch(tx, letters);
        var pages = new HashMap<Long, Page>();
        for (var letter : letters) {
            Optional.ofNullable(members.get(letter.memberId())).ifPresent(row -> {
                var owner = new Owner(letter.memberId(), row.get(MEMBER.COMMUNITY_ID), sealer);
                var matters = new Matters(
                        owner,
                        of(persons, letter),
                        of(kept, letter),
                        person -> met.getOrDefault(List.of(letter.memberId(), person), List.of()));
                pages.put(
                        letter.id(),
                        new Page(
                                MemberRow.read(row), matters.of(letter.items()), inTouch.getOrDefault(letter.id(), 0)));
            });
        }
        return pages;
    }

    /** By letter, for Monday notes: a statement for each of their days, and none when there are none. */
    private static Map<Long, Integer> inTouch(DSLContext tx, List<Letter> letters) {
        var counts = new HashMap<Long, Integer>();
        letters.stream()
                .filter(letter -> letter.kind() == Letter.Kind.MONDAY)
                .collect(Collectors.groupingBy(letter -> LocalDate.parse(letter.dueKey())))
                .forEach((day, notes) -> {
                    var members = tx.select(PERSON.MEMBER_ID, DSL.count())
                            .from(PERSON)
                            .where(
                                    PERSON.MEMBER_ID.in(notes.stream()
                                            .map(Letter::memberId)
                                            .sorted()
                                            .toList()),
                                    PERSON.LAST_ON.between(day.minusDays(7), day))
                            .groupBy(PERSON.MEMBER_ID)
                            .fetchMap(PERSON.MEMBER_ID, DSL.count());
                    notes.forEach(note -> counts.put(note.id(), members.getOrDefault(note.memberId(), 0)));
                });
        return counts;
    }

    private static void add(Map<Long, Set<Long>> ids, long member, Collection<Long> more) {
        ids.computeIfAbsent(member, id -> new TreeSet<>()).addAll(more);
    }

    /** Each member with their own ids: both servers step right to these rows, and read no others. */
    private static Optional<Condition> among(Field<Long> member, Field<Long> id, Map<Long, Set<Long>> ids) {
        var each = ids.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> member.eq(entry.getKey()).and(id.in(entry.getValue())))
                .toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(DSL.or(each));
    }

    private static Map<List<Long>, Record> byKey(Optional<List<Record>> rows, Field<Long> member, Field<Long> id) {
        return rows.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        row -> List.of(row.get(member), row.get(id)), Function.identity(), (first, second) -> first));
    }

    private static Function<Long, Optional<Record>> of(Map<List<Long>, Record> rows, Letter letter) {
        return id -> Optional.ofNullable(rows.get(List.of(letter.memberId(), id)));
    }
}
