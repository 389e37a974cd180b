package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.LETTER;
import static bot.perennial.db.generated.Tables.MEMBER;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Duties;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Paces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** All members at once, in the database, a batch in a handful of statements. */
record JooqBackstage(DSLContext tx, Ids ids, Sealer sealer, Map<Long, Record> taken) implements Backstage {
    private static final Duration LETTERS_KEPT = Duration.ofDays(35);
    private static final Duration KEYS_KEPT = Duration.ofDays(35);
    private static final int SWEPT_AT_ONCE = 1000;
    private static final String LATER_DAY = "{0} + interval {1} day";

    JooqBackstage(DSLContext tx, Ids ids, Sealer sealer) {
        this(tx, ids, sealer, new HashMap<>());
    }

    /** Going on from a place spares stepping over the index entries of all who were moved on before. */
    @Override
    public List<Turn> turns(Optional<Place> after, Instant now, int most) {
        return tx.select(MEMBER.fields())
                .from(MEMBER.forceIndex("nudge"))
                .where(coming(after, now))
                .orderBy(MEMBER.NEXT_NUDGE_AT, MEMBER.MEMBER_ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> {
                    taken.put(row.get(MEMBER.MEMBER_ID), row);
                    return new Turn(MemberRow.read(row), row.get(MEMBER.NEXT_NUDGE_ON), row.get(MEMBER.NEXT_NUDGE_AT));
                });
    }

    @Override
    public Optional<Place> next(Optional<Place> after, Instant now) {
        return tx.select(MEMBER.NEXT_NUDGE_AT, MEMBER.MEMBER_ID)
                .from(MEMBER.forceIndex("nudge"))
                .where(coming(after, now))
                .orderBy(MEMBER.NEXT_NUDGE_AT, MEMBER.MEMBER_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Place(row.value1(), row.value2()));
    }

    @Override
    public void putOff(Place place, int days, Duration time) {
        tx.update(MEMBER)
                .set(MEMBER.NEXT_NUDGE_ON, DSL.field(LATER_DAY, LocalDate.class, MEMBER.NEXT_NUDGE_ON, days))
                .set(
                        MEMBER.NEXT_NUDGE_AT,
                        place.at().plus(Duration.ofDays(days)).plus(time))
                .where(MEMBER.MEMBER_ID.eq(place.memberId()), MEMBER.NEXT_NUDGE_AT.eq(place.at()))
                .execute();
    }

    @Override
    public Map<Long, List<Item>> due(Set<Long> members, LocalDate day) {
        refuseTooMany(members);
        if (members.isEmpty()) {
            return Map.of();
        }
        var hellos = tx
                .select(PERSON.MEMBER_ID, PERSON.PERSON_ID, PERSON.NEXT_ON)
                .from(PERSON.forceIndex("hello"))
                .where(Batches.in(PERSON.MEMBER_ID, members), PERSON.NEXT_ON.le(day), PERSON.RESTING.isFalse())
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(row -> row.get(PERSON.MEMBER_ID)));
        var promises = tx
                .select(PROMISE.MEMBER_ID, PROMISE.PROMISE_ID, PROMISE.PERSON_ID, PROMISE.DUE_ON)
                .from(PROMISE.forceIndex("due"))
                .where(Batches.in(PROMISE.MEMBER_ID, members), PROMISE.CLOSED_ON.isNull(), PROMISE.DUE_ON.le(day))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(row -> row.get(PROMISE.MEMBER_ID)));
        var due = new LinkedHashMap<Long, List<Item>>();
        for (var member : members.stream().sorted().toList()) {
            var items = Due.items(promises.getOrDefault(member, List.of()), hellos.getOrDefault(member, List.of()));
            if (!items.isEmpty()) {
                due.put(member, items);
            }
        }
        return due;
    }

    @Override
    public Set<Long> withNobody(Set<Long> members) {
        refuseTooMany(members);
        var somebody = DSL.exists(DSL.selectOne().from(PERSON).where(PERSON.MEMBER_ID.eq(MEMBER.MEMBER_ID)));
        return members.isEmpty()
                ? Set.of()
                // asked for each row: as a condition it may be taken for a join that reads everybody's people
                : tx
                        .select(MEMBER.MEMBER_ID, DSL.field(somebody))
                        .from(MEMBER)
                        .where(Batches.in(MEMBER.MEMBER_ID, members))
                        .fetch()
                        .stream()
                        .filter(row -> !row.value2())
                        .map(row -> row.value1())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Ids grow with time, so that older gestures are not even looked at. */
    @Override
    public Map<Long, Instant> touched(Set<Long> members, Instant since) {
        refuseTooMany(members);
        var last = DSL.max(GESTURE.MADE_AT);
        return members.isEmpty()
                ? Map.of()
                : tx.select(GESTURE.MEMBER_ID, last)
                        .from(GESTURE)
                        .where(
                                Batches.in(GESTURE.MEMBER_ID, members),
                                GESTURE.GESTURE_ID.ge(Ids.earliest(since)),
                                GESTURE.MADE_AT.ge(since))
                        .groupBy(GESTURE.MEMBER_ID)
                        .fetchMap(GESTURE.MEMBER_ID, last);
    }

    @Override
    public void write(List<Draft> letters, List<Turned> turned) {
        if (!letters.isEmpty()) {
            write(letters);
        }
        MovedOn.write(tx, taken, turned);
    }

    private void write(List<Draft> letters) {
        var communities = communities(letters);
        for (var part : Batches.of(letters)) {
            var values = new ArrayList<Object>();
            for (var draft : part) {
                var community = Objects.requireNonNull(communities.get(draft.memberId()));
                LetterRow.planned(ids.next(draft.due()), community, draft, values);
            }
            Jdbc.write(tx, LetterRow.planning(part.size()), values);
        }
    }

    @Override
    public Outbox outbox() {
        return new JooqOutbox(tx, sealer);
    }

    @Override
    public Paces paces() {
        return new JooqPaces(tx);
    }

    @Override
    public Duties duties() {
        return new JooqDuties(tx);
    }

    @Override
    public int sweep(Instant now) {
        var expired = GESTURE.KEPT_UNTIL.lt(now);
        tx.deleteFrom(GESTURE)
                .where(expired, GESTURE.ANSWER.isNull())
                .limit(SWEPT_AT_ONCE)
                .execute();
        var forgotten = tx.update(GESTURE)
                .setNull(GESTURE.ANSWER)
                .setNull(GESTURE.PREVIOUS)
                .set(
                        GESTURE.KEPT_UNTIL,
                        DSL.field(
                                "{0} + interval {1} day",
                                GESTURE.KEPT_UNTIL.getDataType(), GESTURE.MADE_AT, DSL.inline(KEYS_KEPT.toDays())))
                .where(expired, GESTURE.ANSWER.isNotNull())
                .limit(SWEPT_AT_ONCE)
                .execute();
        var settled = Stream.of(State.SENT, State.AMBIGUOUS, State.FAILED, State.EXPIRED, State.CANCELLED)
                .map(State::name)
                .toList();
        var letters = tx.deleteFrom(LETTER)
                .where(LETTER.STATE.in(settled), LETTER.DUE_AT.lt(now.minus(LETTERS_KEPT)))
                .limit(SWEPT_AT_ONCE)
                .execute();
        return forgotten + letters;
    }

    @Override
    public Backlog backlog(Instant now) {
        var turns = tx.select(DSL.count(), DSL.min(MEMBER.NEXT_NUDGE_AT))
                .from(MEMBER)
                .where(MEMBER.NEXT_NUDGE_AT.le(now))
                .fetchSingle();
        var waiting = Stream.of(State.PLANNED, State.CLAIMED, State.SENDING)
                .map(State::name)
                .toList();
        var letters = tx.select(DSL.count(), DSL.min(LETTER.READY_AT))
                .from(LETTER)
                .where(LETTER.STATE.in(waiting), LETTER.READY_AT.le(now))
                .fetchSingle();
        var oldest = Stream.of(turns, letters)
                .flatMap(row -> Optional.ofNullable(row.value2()).stream())
                .min(Instant::compareTo);
        return new Backlog(turns.value1(), letters.value1(), oldest);
    }

    @Override
    public Set<String> platforms() {
        return tx.selectDistinct(MEMBER.PLATFORM).from(MEMBER).fetchSet(MEMBER.PLATFORM);
    }

    private static Condition coming(Optional<Place> after, Instant now) {
        var due = MEMBER.NEXT_NUDGE_AT.le(now);
        return after.map(place -> MEMBER.NEXT_NUDGE_AT
                        .eq(place.at())
                        .and(MEMBER.MEMBER_ID.gt(place.memberId()))
                        .or(MEMBER.NEXT_NUDGE_AT.gt(place.at()).and(due)))
                .orElse(due);
    }

    private Map<Long, Long> communities(List<Draft> letters) {
        var known = new HashMap<Long, Long>();
        taken.forEach((member, row) -> known.put(member, row.get(MEMBER.COMMUNITY_ID)));
        var unknown = letters.stream()
                .map(Draft::memberId)
                .filter(member -> !known.containsKey(member))
                .distinct()
                .toList();
        for (var part : Batches.of(unknown)) {
            known.putAll(tx.select(MEMBER.MEMBER_ID, MEMBER.COMMUNITY_ID)
                    .from(MEMBER)
                    .where(Batches.in(MEMBER.MEMBER_ID, part))
                    .fetchMap(MEMBER.MEMBER_ID, MEMBER.COMMUNITY_ID));
        }
        return known;
    }

    private static void refuseTooMany(Collection<Long> members) {
        if (members.size() > BATCH) {
            throw new IllegalArgumentException(members.size() + " members are more than " + BATCH);
        }
    }
}
