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
                .where(Batches.in(MEMBER.MEMBER_ID, people.keySet()))
                .fetchMap(MEMBER.MEMBER_ID);
        var named = Keys.of(people);
        var persons = byKey(named.rows(tx, PERSON.MEMBER_ID, PERSON.PERSON_ID), PERSON.MEMBER_ID, PERSON.PERSON_ID);
        var met = LastMeetings.of(tx, named).stream()
                .collect(Collectors.groupingBy(row -> List.of(row.get(MEETING.MEMBER_ID), row.get(MEETING.PERSON_ID))));
        var kept = byKey(
                Keys.of(promises).rows(tx, PROMISE.MEMBER_ID, PROMISE.PROMISE_ID),
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
                                    Batches.in(
                                            PERSON.MEMBER_ID,
                                            notes.stream().map(Letter::memberId).toList()),
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

    private static Map<List<Long>, Record> byKey(List<Record> rows, Field<Long> member, Field<Long> id) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> List.of(row.get(member), row.get(id)), Function.identity(), (first, second) -> first));
    }

    private static Function<Long, Optional<Record>> of(Map<List<Long>, Record> rows, Letter letter) {
        return id -> Optional.ofNullable(rows.get(List.of(letter.memberId(), id)));
    }
}
