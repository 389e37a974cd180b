package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;
import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All letters on their way, in the database, a batch in a handful of statements. */
record JooqOutbox(DSLContext tx, Sealer sealer) implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(JooqOutbox.class);
    private static final List<Field<?>> SETTLED =
            List.of(LETTER.STATE, LETTER.REMARK, LETTER.READY_AT, LETTER.LEASE_UNTIL, LETTER.FIRST_TRIED_AT);

    private static final List<Field<?>> BEGINNING = List.of(
            LETTER.LETTER_ID, LETTER.FENCE, LETTER.STATE, LETTER.LEASE_UNTIL, LETTER.ATTEMPTS, LETTER.FIRST_TRIED_AT);

    @Override
    public List<Letter> claim(Instant now, Instant leaseEnd, int most, Set<String> except) {
        var rows = tx.selectFrom(LETTER)
                .where(LETTER.STATE.eq(State.PLANNED.name()), LETTER.READY_AT.le(now), toOthers(except))
                .orderBy(LETTER.READY_AT, LETTER.LETTER_ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch();
        for (var part : Batches.of(rows)) {
            tx.update(LETTER)
                    .set(LETTER.STATE, State.CLAIMED.name())
                    .set(LETTER.FENCE, LETTER.FENCE.plus(1))
                    .set(LETTER.LEASE_UNTIL, leaseEnd)
                    .where(Batches.in(LETTER.LETTER_ID, ids(part)))
                    .execute();
        }
        rows.forEach(row -> row.set(LETTER.FENCE, row.get(LETTER.FENCE) + 1));
        var members = members(rows);
        return rows.stream()
                .flatMap(
                        row -> Optional.ofNullable(members.get(row.get(LETTER.MEMBER_ID)))
                                .flatMap(member -> readable(row, member))
                                .stream())
                .toList();
    }

    /** Asked only while some can't be brought, so that usually no member's row is read. */
    private Condition toOthers(Set<String> platforms) {
        return platforms.isEmpty()
                ? DSL.noCondition()
                : DSL.notExists(tx.selectOne()
                        .from(MEMBER)
                        .where(MEMBER.MEMBER_ID.eq(LETTER.MEMBER_ID), MEMBER.PLATFORM.in(platforms)));
    }

    /** What can't be read at all is given up, so that it is not claimed again and again. */
    private Optional<Letter> readable(Record row, Record member) {
        try {
            var to = new Account(member.get(MEMBER.PLATFORM), member.get(MEMBER.WORKSPACE), member.get(MEMBER.ACCOUNT));
            return Optional.of(LetterRow.letter(row, to, Cells.some(member, MEMBER.DIRECT_CHANNEL)));
        } catch (RuntimeException damaged) {
            LOG.atError().addKeyValue("letter", row.get(LETTER.LETTER_ID)).log("a letter can't be read");
            tx.update(LETTER)
                    .set(LETTER.STATE, State.FAILED.name())
                    .set(LETTER.REMARK, "damaged")
                    .setNull(LETTER.LEASE_UNTIL)
                    .where(LETTER.LETTER_ID.eq(row.get(LETTER.LETTER_ID)))
                    .execute();
            return Optional.empty();
        }
    }

    @Override
    public List<Letter> sending(List<Letter> letters, Instant now) {
        var held = held(letters, BEGINNING);
        var going = new ArrayList<Letter>();
        for (var letter : letters) {
            Optional.ofNullable(held.get(letter.id()))
                    .filter(row -> LetterRow.state(row) == State.CLAIMED && leased(row, now))
                    .ifPresent(row -> going.add(begun(letter, row, now)));
        }
        for (var part : Batches.of(going)) {
            tx.update(LETTER)
                    .set(LETTER.STATE, State.SENDING.name())
                    .set(LETTER.ATTEMPTS, LETTER.ATTEMPTS.plus(1))
                    .set(LETTER.FIRST_TRIED_AT, DSL.coalesce(LETTER.FIRST_TRIED_AT, now))
                    .where(Batches.in(
                            LETTER.LETTER_ID, part.stream().map(Letter::id).toList()))
                    .execute();
        }
        return going;
    }

    @Override
    public void settle(List<Settled> settled, Instant now) {
        var arrived = new ArrayList<Settled>();
        var others = new ArrayList<Settled>();
        settled.forEach(each -> (each.outcome() instanceof Outcome.Sent ? arrived : others).add(each));
        arrived(arrived);
        var held = held(others.stream().map(Settled::letter).toList(), List.of(LETTER.fields()));
        var rows = new ArrayList<Record>();
        var refused = new ArrayList<Long>();
        for (var each : others) {
            var row = held.get(each.letter().id());
            if (row != null) {
                settle(row, each.outcome());
                rows.add(row);
                if (each.outcome() instanceof Outcome.Unreachable) {
                    refused.add(each.letter().memberId());
                }
            }
        }
        Upsert.into(tx, LETTER, rows, SETTLED);
        for (var part : Batches.of(refused)) {
            tx.update(MEMBER)
                    .set(MEMBER.UNREACHABLE_SINCE, now)
                    .set(MEMBER.TOLD_UNREACHABLE, false)
                    .where(Batches.in(MEMBER.MEMBER_ID, part), MEMBER.UNREACHABLE_SINCE.isNull())
                    .execute();
        }
    }

    /** What becomes of nearly all letters, so that it is told without reading them first. */
    private void arrived(List<Settled> settled) {
        for (var part : Batches.of(settled)) {
            new Arrivals(part).settle(tx);
            tx.update(MEMBER)
                    .setNull(MEMBER.UNREACHABLE_SINCE)
                    .where(
                            Batches.in(
                                    MEMBER.MEMBER_ID,
                                    part.stream()
                                            .map(each -> each.letter().memberId())
                                            .toList()),
                            MEMBER.UNREACHABLE_SINCE.isNotNull())
                    .execute();
        }
        keepChannels(settled);
    }

    /** Hardly ever: where direct messages to somebody go is told once. */
    private void keepChannels(List<Settled> arrived) {
        var news = new ArrayList<Query>();
        for (var each : arrived) {
            if (each.outcome() instanceof Outcome.Sent(String reference, Optional<String> channel)
                    && channel.isPresent()
                    && !channel.equals(each.letter().channel())) {
                news.add(tx.update(MEMBER)
                        .set(MEMBER.DIRECT_CHANNEL, channel.get())
                        .where(MEMBER.MEMBER_ID.eq(each.letter().memberId())));
            }
        }
        if (!news.isEmpty()) {
            tx.batch(news).execute();
        }
    }

    @Override
    public int recover(Instant now) {
        var ended = tx.selectFrom(LETTER)
                .where(LETTER.STATE.in(State.CLAIMED.name(), State.SENDING.name()), LETTER.LEASE_UNTIL.le(now))
                .forUpdate()
                .skipLocked()
                .fetch();
        for (var part : Batches.of(ended)) {
            tx.update(LETTER)
                    .set(LETTER.STATE, State.PLANNED.name())
                    .setNull(LETTER.LEASE_UNTIL)
                    .where(Batches.in(LETTER.LETTER_ID, ids(part)))
                    .execute();
        }
        return (int) ended.stream()
                .filter(row -> LetterRow.state(row) == State.SENDING)
                .count();
    }

    @Override
    public Map<Long, Page> pages(List<Letter> letters) {
        var pages = new HashMap<Long, Page>();
        for (var part : Batches.of(letters)) {
            pages.putAll(LetterPages.read(tx, part, sealer));
        }
        return pages;
    }

    /** The rows of letters that are still held by the claim they came with, held now by this transaction too. */
    private Map<Long, Record> held(List<Letter> letters, List<Field<?>> columns) {
        var held = new HashMap<Long, Record>();
        for (var part : Batches.of(letters)) {
            var fences = new HashMap<Long, Long>();
            part.forEach(letter -> fences.put(letter.id(), letter.fence()));
            tx
                    .select(columns)
                    .from(LETTER)
                    .where(Batches.in(LETTER.LETTER_ID, fences.keySet()))
                    .forUpdate()
                    .fetchInto(LETTER)
                    .stream()
                    .filter(row -> row.get(LETTER.FENCE).equals(fences.get(row.get(LETTER.LETTER_ID))))
                    .filter(row -> switch (LetterRow.state(row)) {
                        case CLAIMED, SENDING -> true;
                        case PLANNED, SENT, AMBIGUOUS, FAILED, EXPIRED, CANCELLED -> false;
                    })
                    .forEach(row -> held.put(row.get(LETTER.LETTER_ID), row));
        }
        return held;
    }

    private Map<Long, Record> members(List<Record> rows) {
        var ids = rows.stream().map(row -> row.get(LETTER.MEMBER_ID)).distinct().toList();
        var members = new HashMap<Long, Record>();
        for (var part : Batches.of(ids)) {
            tx.select(MEMBER.MEMBER_ID, MEMBER.PLATFORM, MEMBER.WORKSPACE, MEMBER.ACCOUNT, MEMBER.DIRECT_CHANNEL)
                    .from(MEMBER)
                    .where(Batches.in(MEMBER.MEMBER_ID, part))
                    .forEach(row -> members.put(row.value1(), row));
        }
        return members;
    }

    private static boolean leased(Record row, Instant now) {
        return Cells.some(row, LETTER.LEASE_UNTIL).filter(now::isBefore).isPresent();
    }

    private static Letter begun(Letter letter, Record row, Instant now) {
        return new Letter(
                letter.id(),
                letter.memberId(),
                letter.to(),
                letter.channel(),
                letter.kind(),
                letter.dueKey(),
                letter.due(),
                letter.items(),
                row.get(LETTER.ATTEMPTS),
                Cells.some(row, LETTER.FIRST_TRIED_AT).or(() -> Optional.of(now)),
                letter.fence());
    }

    private static void settle(Record row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent arrived -> throw new IllegalArgumentException("Settled with all that arrived");
            case Outcome.Postponed(Instant until) -> {
                again(row, until);
                row.set(LETTER.FIRST_TRIED_AT, null);
            }
            case Outcome.Repeated(Instant until) -> again(row, until);
            case Outcome.Ambiguous() -> LetterRow.settle(State.AMBIGUOUS, "", row);
            case Outcome.Unreachable(String why) -> LetterRow.settle(State.FAILED, why, row);
            case Outcome.Failed(String why) -> LetterRow.settle(State.FAILED, why, row);
            case Outcome.Expired() -> LetterRow.settle(State.EXPIRED, "", row);
            case Outcome.Cancelled() -> LetterRow.settle(State.CANCELLED, "", row);
        }
    }

    private static void again(Record row, Instant until) {
        LetterRow.settle(State.PLANNED, "", row);
        row.set(LETTER.READY_AT, until);
    }

    private static List<Long> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get(LETTER.LETTER_ID)).toList();
    }
}
