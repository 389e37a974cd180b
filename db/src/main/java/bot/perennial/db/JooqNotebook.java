package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Member;
import bot.perennial.core.store.History;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Meetings;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.People;
import bot.perennial.core.store.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** One member's notebook in the database; what is written is kept until {@link #flush}. */
final class JooqNotebook implements Notebook {
    private static final Upsert NEW_GESTURE = Upsert.newRow(GESTURE);
    private static final Upsert NEW_MEMBER = Upsert.newRow(MEMBER);

    private final DSLContext tx;
    private final Pages pages;
    private final Record stored;
    private final Record row;
    private final Map<Long, Boolean> undone = new TreeMap<>();

    JooqNotebook(DSLContext tx, Pages pages, Record stored) {
        this.tx = tx;
        this.pages = pages;
        this.stored = stored;
        this.row = tx.newRecord(MEMBER);
        Cells.copy(stored, row);
    }

    void told(Opening opening) {
        MemberRow.told(opening.ownerName(), opening.zone(), row);
    }

    @Override
    public Member member() {
        var member = MemberRow.read(row);
        return pages.newcomer()
                ? new Member(
                        0,
                        member.account(),
                        member.name(),
                        member.zone(),
                        member.zoneKnown(),
                        member.nudge(),
                        member.progress(),
                        member.unreachableSince())
                : member;
    }

    @Override
    public void save(Member member) {
        MemberRow.write(member, row);
    }

    @Override
    public void nudgeNext(Optional<LocalDate> day, Optional<Instant> at) {
        MemberRow.next(day, at, row);
    }

    @Override
    public long gesture() {
        return pages.gesture();
    }

    @Override
    public People people() {
        return new JooqPeople(pages);
    }

    @Override
    public Meetings meetings() {
        return new JooqMeetings(pages);
    }

    @Override
    public Promises promises() {
        return new JooqPromises(pages);
    }

    @Override
    public Letters letters() {
        return new JooqLetters(pages);
    }

    @Override
    public History history() {
        return new JooqHistory(tx, pages, row, undone::put);
    }

    @Override
    public List<Item> due(LocalDate day) {
        return Due.of(tx, pages, day);
    }

    @Override
    public List<Matter> matters(List<Item> items) {
        var people = items.stream().map(Item::personId).distinct().toList();
        pages.people().load(people);
        pages.promises().load(Due.promises(items));
        var meetings = new LinkedHashMap<Long, List<Record>>();
        if (!pages.newcomer() && !people.isEmpty() && pages.meetings().changes().isEmpty()) {
            LastMeetings.of(tx, Keys.of(Map.of(pages.owner().id(), people)))
                    .forEach(last -> meetings.computeIfAbsent(last.get(MEETING.PERSON_ID), id -> new ArrayList<>())
                            .add(last));
        } else {
            people.forEach(person -> meetings.put(
                    person,
                    new JooqMeetings(pages)
                            .with(person, Integer.MAX_VALUE).stream()
                                    .flatMap(met -> pages.meetings().find(met.id()).stream())
                                    .toList()));
        }
        var matters = new Matters(
                pages.owner(),
                pages.people()::find,
                pages.promises()::find,
                id -> meetings.getOrDefault(id, List.of()));
        return matters.of(items);
    }

    /** Whether there is anything to store; what only the platform said about the member is nothing. */
    boolean changed() {
        return !undone.isEmpty()
                || chosen()
                || pages.all().stream().anyMatch(ledger -> !ledger.changes().isEmpty());
    }

    /** Writes everything, in at most one statement a table, and with it the gesture and its answer. */
    void flush(Opening opening, Reply.Done answer) {
        writeMember();
        pages.all().forEach(Ledger::flush);
        undone.forEach((gesture, fact) -> tx.update(GESTURE)
                .set(GESTURE.UNDONE, fact)
                .where(GESTURE.MEMBER_ID.eq(pages.owner().id()), GESTURE.GESTURE_ID.eq(gesture))
                .execute());
        NEW_GESTURE.write(tx, List.of(gesture(opening, answer)));
    }

    private Record gesture(Opening opening, Reply.Done answer) {
        var made = tx.newRecord(GESTURE);
        made.set(GESTURE.MEMBER_ID, pages.owner().id());
        made.set(GESTURE.GESTURE_ID, pages.gesture());
        made.set(GESTURE.COMMUNITY_ID, pages.owner().community());
        made.set(GESTURE.REQUEST, Hash.request(opening.gesture()));
        made.set(GESTURE.MADE_AT, opening.at());
        made.set(GESTURE.KEPT_UNTIL, opening.at().plus(JooqHistory.KEPT));
        made.set(GESTURE.UNDONE, false);
        made.set(GESTURE.ANSWER, pages.owner().seal(Opened.ANSWER, MessageJson.write(answer)));
        made.set(GESTURE.PREVIOUS, Images.write(changes()));
        return made;
    }

    private void writeMember() {
        if (pages.newcomer()) {
            NEW_MEMBER.write(tx, List.of(row));
            return;
        }
        var changed = new LinkedHashMap<Field<?>, Object>();
        for (var column : MEMBER.fields()) {
            if (differs(column)) {
                changed.put(column, row.get(column));
            }
        }
        if (!changed.isEmpty()) {
            tx.update(MEMBER)
                    .set(changed)
                    .where(MEMBER.MEMBER_ID.eq(pages.owner().id()))
                    .execute();
        }
    }

    private List<Ledger.Change> changes() {
        var changes = new ArrayList<Ledger.Change>();
        pages.all().forEach(ledger -> changes.addAll(ledger.changes()));
        if (chosen()) {
            changes.add(new Ledger.Change(MEMBER.getName(), pages.owner().id(), Optional.of(stored), Optional.of(row)));
        }
        undone.keySet()
                .forEach(gesture -> changes.add(
                        new Ledger.Change(JooqHistory.UNDOING, gesture, Optional.empty(), Optional.empty())));
        return changes;
    }

    private boolean chosen() {
        return MemberRow.CHANGED_BY_GESTURES.stream()
                .anyMatch(group -> group.stream().anyMatch(this::differs));
    }

    private boolean differs(Field<?> column) {
        return !Objects.equals(stored.get(column), row.get(column));
    }
}
