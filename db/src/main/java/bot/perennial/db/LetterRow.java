package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Backstage.Draft;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Letters.State;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;

/** A letter, as a row. */
final class LetterRow {
    /** Of a letter that a round plans; the rest is the same for all. */
    private static final List<Field<?>> PLANNED = List.of(
            LETTER.LETTER_ID,
            LETTER.MEMBER_ID,
            LETTER.COMMUNITY_ID,
            LETTER.KIND,
            LETTER.DUE_KEY,
            LETTER.DUE_AT,
            LETTER.READY_AT,
            LETTER.ITEMS);

    private static final String INTO = "insert into `letter` ("
            + PLANNED.stream().map(Field::getName).collect(Collectors.joining("`, `", "`", "`"))
            + ", `state`, `attempts`, `fence`, `remark`, `changed_by`) values ";
    private static final String ROW = "(" + "?, ".repeat(PLANNED.size()) + "'PLANNED', 0, 0, '', 0)";
    private static final String UNLESS_THERE =
            " on duplicate key update `letter_id` = if(`member_id` = values(`member_id`), `letter_id`, null)";
    static final int LONGEST_REMARK = 500;

    private LetterRow() {}

    static Letter letter(Record row, Account to, Optional<String> channel) {
        return new Letter(
                row.get(LETTER.LETTER_ID),
                row.get(LETTER.MEMBER_ID),
                to,
                channel,
                Letter.Kind.valueOf(row.get(LETTER.KIND)),
                row.get(LETTER.DUE_KEY),
                row.get(LETTER.DUE_AT),
                ItemText.read(row.get(LETTER.ITEMS)),
                row.get(LETTER.ATTEMPTS),
                Cells.some(row, LETTER.FIRST_TRIED_AT),
                row.get(LETTER.FENCE));
    }

    static Letters.Written written(Record row) {
        return new Letters.Written(
                Letter.Kind.valueOf(row.get(LETTER.KIND)),
                row.get(LETTER.DUE_KEY),
                row.get(LETTER.DUE_AT),
                ItemText.read(row.get(LETTER.ITEMS)),
                state(row));
    }

    /**
     * The statement that writes so many planned letters; one that is there already is left as it is. An id that another
     * member's letter has is refused, so that the work is done again with new ones, since a letter would be lost without
     * a word.
     */
    static String planning(int letters) {
        return INTO + String.join(", ", Collections.nCopies(letters, ROW)) + UNLESS_THERE;
    }

    /** Adds the values of a draft to those of that statement. */
    static void planned(long id, long community, Draft draft, List<Object> values) {
        values.addAll(List.of(
                id,
                draft.memberId(),
                community,
                draft.kind().name(),
                draft.dueKey(),
                draft.due(),
                draft.due(),
                ItemText.write(draft.items())));
    }

    /** Planned anew; the fence only ever grows. */
    static void plan(Letter.Kind kind, String key, Instant due, List<Item> items, Record row) {
        row.set(LETTER.KIND, kind.name());
        row.set(LETTER.DUE_KEY, key);
        row.set(LETTER.DUE_AT, due);
        row.set(LETTER.READY_AT, due);
        row.set(LETTER.ITEMS, ItemText.write(items));
        row.set(LETTER.ATTEMPTS, 0);
        Cells.set(row, LETTER.FIRST_TRIED_AT, Optional.empty());
        row.set(LETTER.FENCE, Cells.some(row, LETTER.FENCE).orElse(0L));
        settle(State.PLANNED, "", row);
    }

    static void settle(State state, String remark, Record row) {
        row.set(LETTER.STATE, state.name());
        row.set(LETTER.REMARK, remark(remark));
        Cells.set(row, LETTER.LEASE_UNTIL, Optional.empty());
    }

    static String remark(String remark) {
        return remark.substring(0, Math.min(LONGEST_REMARK, remark.length()));
    }

    static State state(Record row) {
        return State.valueOf(row.get(LETTER.STATE));
    }

    /** Whether it can still be taken back. */
    static boolean notOnItsWay(Record row) {
        return switch (state(row)) {
            case PLANNED, CLAIMED -> true;
            case SENDING, SENT, AMBIGUOUS, FAILED, EXPIRED, CANCELLED -> false;
        };
    }

    /** Whether it never left, and never will unless it is planned again. */
    static boolean neverLeft(Record row) {
        return switch (state(row)) {
            case FAILED, EXPIRED, CANCELLED -> true;
            case PLANNED, CLAIMED, SENDING, SENT, AMBIGUOUS -> false;
        };
    }
}
