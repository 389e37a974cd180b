package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.LETTER;
import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.store.History;
import bot.perennial.core.store.Letters.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** What one member's gestures changed, in the database. */
record JooqHistory(DSLContext tx, Pages pages, Record member, BiConsumer<Long, Boolean> undone) implements History {
    /** Where other changes name a table: that the gesture undid another one. */
    static final String UNDOING = "undoing";

    static final Duration KEPT = Duration.ofHours(24);

    @Override
    public Undone undo(long gesture, Instant at) {
        var row = tx.select(GESTURE.MADE_AT, GESTURE.UNDONE, GESTURE.PREVIOUS)
                .from(GESTURE)
                .where(GESTURE.MEMBER_ID.eq(pages.owner().id()), GESTURE.GESTURE_ID.eq(gesture))
                .fetchOptional();
        if (row.isEmpty() || row.get().get(GESTURE.MADE_AT).plus(KEPT).isBefore(at)) {
            return Undone.UNKNOWN;
        }
        if (row.get().get(GESTURE.UNDONE)) {
            return Undone.ALREADY;
        }
        var changes = Cells.some(row.get(), GESTURE.PREVIOUS)
                .map(text -> Images.read(tx, text))
                .orElse(List.of());
        if (changes.isEmpty()) {
            return Undone.UNKNOWN;
        }
        ledgers().forEach((table, ledger) -> ledger.load(ids(of(table, changes))));
        if (changes.stream().anyMatch(change -> changedSince(change)) || leavesOrphans(changes)) {
            return Undone.CHANGED_SINCE;
        }
        changes.forEach(this::putBack);
        undone.accept(gesture, true);
        return Undone.RESTORED;
    }

    /** What only progresses, and letters, hold up nothing: they are put back where they still can be. */
    private boolean changedSince(Ledger.Change change) {
        return switch (change.table()) {
            case "letter", UNDOING -> false;
            case "member" ->
                change.before().isPresent()
                        && changedIn(MemberRow.SETTINGS, change)
                        && !equal(MemberRow.SETTINGS, member, change.after().orElseThrow());
            default -> {
                var ledger = ledger(change);
                var now = ledger.find(change.id());
                yield change.after().isPresent()
                        ? now.filter(row -> sameHand(ledger, row, change)).isEmpty()
                        : now.isPresent();
            }
        };
    }

    /** Whether something has since been noted about someone who would be gone, or someone is gone who is needed. */
    private boolean leavesOrphans(List<Ledger.Change> changes) {
        var gone = of("person", changes)
                .filter(change -> change.before().isEmpty())
                .map(Ledger.Change::id)
                .toList();
        var back = of("person", changes)
                .filter(change -> change.before().isPresent())
                .map(Ledger.Change::id)
                .collect(Collectors.toSet());
        var needed = of("meeting", changes, MEETING.PERSON_ID).collect(Collectors.toCollection(HashSet::new));
        of("promise", changes, PROMISE.PERSON_ID).forEach(needed::add);
        needed.removeAll(back);
        pages.people().load(needed);
        return needed.stream()
                        .anyMatch(id ->
                                gone.contains(id) || pages.people().find(id).isEmpty())
                || (!gone.isEmpty() && noted(gone, changes));
    }

    private boolean noted(List<Long> gone, List<Ledger.Change> changes) {
        var meetings =
                pages.meetings().matching(MEETING.PERSON_ID.in(gone), row -> gone.contains(row.get(MEETING.PERSON_ID)));
        var promises =
                pages.promises().matching(PROMISE.PERSON_ID.in(gone), row -> gone.contains(row.get(PROMISE.PERSON_ID)));
        var going =
                Set.copyOf(ids(changes.stream().filter(change -> change.before().isEmpty())));
        return Stream.concat(
                        meetings.stream().map(row -> row.get(MEETING.MEETING_ID)),
                        promises.stream().map(row -> row.get(PROMISE.PROMISE_ID)))
                .anyMatch(id -> !going.contains(id));
    }

    private void putBack(Ledger.Change change) {
        switch (change.table()) {
            case "member" -> putBackMember(change);
            case "letter" -> putBackLetter(change);
            case UNDOING -> undone.accept(change.id(), false);
            default -> restore(ledger(change), change);
        }
    }

    private void putBackMember(Ledger.Change change) {
        var before = change.before().orElseThrow();
        for (var group : MemberRow.CHANGED_BY_GESTURES) {
            if (changedIn(group, change) && equal(group, member, change.after().orElseThrow())) {
                group.forEach(column -> Cells.copy(column, before, member));
            }
        }
    }

    private void putBackLetter(Ledger.Change change) {
        var now = pages.letters().find(change.id());
        if (now.isEmpty()) {
            return;
        }
        var untouched = sameHand(pages.letters(), now.get(), change)
                && change.after()
                        .filter(after -> LetterRow.state(after) == LetterRow.state(now.get()))
                        .isPresent();
        if (untouched) {
            change.before()
                    .ifPresent(before -> before.set(LETTER.FENCE, now.get().get(LETTER.FENCE)));
            restore(pages.letters(), change);
        } else if (LetterRow.notOnItsWay(now.get())) {
            var letter = pages.letters().draft(change.id());
            LetterRow.settle(State.CANCELLED, "undone", letter);
            pages.letters().put(letter, pages.gesture());
        }
    }

    /** Whether the row is as the gesture left it. */
    private static boolean sameHand(Ledger ledger, Record now, Ledger.Change change) {
        return change.after()
                .filter(after -> ledger.changedBy(after) == ledger.changedBy(now))
                .isPresent();
    }

    private static void restore(Ledger ledger, Ledger.Change change) {
        change.before().ifPresentOrElse(ledger::restore, () -> ledger.remove(change.id()));
    }

    private Ledger ledger(Ledger.Change change) {
        return Objects.requireNonNull(ledgers().get(change.table()));
    }

    private Map<String, Ledger> ledgers() {
        return Map.of(
                PERSON.getName(), pages.people(),
                MEETING.getName(), pages.meetings(),
                PROMISE.getName(), pages.promises(),
                LETTER.getName(), pages.letters());
    }

    private static Stream<Ledger.Change> of(String table, List<Ledger.Change> changes) {
        return changes.stream().filter(change -> change.table().equals(table));
    }

    private static Stream<Long> of(String table, List<Ledger.Change> changes, Field<Long> column) {
        return of(table, changes).flatMap(change -> change.before().stream()).map(row -> row.get(column));
    }

    private static List<Long> ids(Stream<Ledger.Change> changes) {
        return changes.map(Ledger.Change::id).toList();
    }

    private static boolean changedIn(List<Field<?>> group, Ledger.Change change) {
        return !equal(group, change.before().orElseThrow(), change.after().orElseThrow());
    }

    private static boolean equal(List<Field<?>> group, Record one, Record other) {
        return group.stream().allMatch(column -> Objects.equals(one.get(column), other.get(column)));
    }
}
