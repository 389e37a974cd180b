package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;

import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jooq.Record;
import org.jooq.SortField;

/** What will be written to one member, in the database. */
record JooqLetters(Pages pages) implements Letters {
    private static final List<SortField<?>> LATEST = List.of(LETTER.DUE_AT.desc(), LETTER.LETTER_ID.desc());
    private static final Comparator<Record> LATEST_ROW = Comparator.comparing((Record row) -> row.get(LETTER.DUE_AT))
            .thenComparing(row -> row.get(LETTER.LETTER_ID))
            .reversed();

    @Override
    public void plan(Letter.Kind kind, String key, Instant due, List<Item> items) {
        var there = pages
                .letters()
                .matching(
                        LETTER.KIND.eq(kind.name()).and(LETTER.DUE_KEY.eq(key)),
                        row -> is(kind, row) && row.get(LETTER.DUE_KEY).equals(key))
                .stream()
                .findFirst();
        if (there.isEmpty()) {
            put(pages.nextId(), kind, key, due, items);
        } else if (LetterRow.neverLeft(there.get())) {
            put(there.get().get(LETTER.LETTER_ID), kind, key, due, items);
        }
    }

    @Override
    public void cancel(Letter.Kind kind) {
        var condition = LETTER.KIND.eq(kind.name()).and(LETTER.STATE.in(State.PLANNED.name(), State.CLAIMED.name()));
        pages.letters().matching(condition, row -> is(kind, row) && LetterRow.notOnItsWay(row)).stream()
                .map(row -> pages.letters().draft(row.get(LETTER.LETTER_ID)))
                .forEach(row -> {
                    LetterRow.settle(State.CANCELLED, "taken back", row);
                    pages.letters().put(row, pages.gesture());
                });
    }

    @Override
    public List<Written> latest(Letter.Kind kind, int most) {
        return pages.letters().matching(LETTER.KIND.eq(kind.name()), row -> is(kind, row), LATEST, most).stream()
                .sorted(LATEST_ROW)
                .limit(most)
                .map(LetterRow::written)
                .toList();
    }

    private void put(long id, Letter.Kind kind, String key, Instant due, List<Item> items) {
        var row = pages.letters().draft(id);
        LetterRow.plan(kind, key, due, items, row);
        pages.letters().put(row, pages.gesture());
    }

    private static boolean is(Letter.Kind kind, Record row) {
        return row.get(LETTER.KIND).equals(kind.name());
    }
}
