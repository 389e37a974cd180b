package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;

import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Settled;
import com.google.gson.JsonArray;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Letters that arrived, as a table to join with: of their rows those change that are still held by the same claim. */
final class Arrivals {
    private static final String NAME = "arrived";
    private static final Field<Long> ID = DSL.field(DSL.name(NAME, "id"), Long.class);
    private static final Field<Long> FENCE = DSL.field(DSL.name(NAME, "fence"), Long.class);
    private static final Field<String> REFERENCE = DSL.field(DSL.name(NAME, "reference"), String.class);

    private final JsonArray rows = new JsonArray();

    /** In the order of their ids, in which everybody locks them. */
    Arrivals(List<Settled> arrived) {
        arrived.stream()
                .sorted(Comparator.comparingLong(each -> each.letter().id()))
                .forEach(each -> add(each.letter(), each.outcome()));
    }

    private void add(Letter letter, Outcome outcome) {
        if (outcome instanceof Outcome.Sent sent) {
            var row = new JsonArray();
            row.add(letter.id());
            row.add(letter.fence());
            row.add(LetterRow.remark(sent.reference()));
            rows.add(row);
        }
    }

    void settle(DSLContext tx) {
        tx.update(table().straightJoin(LETTER)
                        .on(
                                LETTER.LETTER_ID.eq(ID),
                                LETTER.FENCE.eq(FENCE),
                                LETTER.STATE.in(State.CLAIMED.name(), State.SENDING.name())))
                .set(LETTER.STATE, State.SENT.name())
                .set(LETTER.REMARK, REFERENCE)
                .setNull(LETTER.LEASE_UNTIL)
                .execute();
    }

    private Table<?> table() {
        return DSL.jsonTable(DSL.field("{0}", JSON.class, DSL.val(rows.toString())), DSL.inline("$[*]"))
                .column(ID.getUnqualifiedName(), SQLDataType.BIGINT)
                .path("$[0]")
                .column(FENCE.getUnqualifiedName(), SQLDataType.BIGINT)
                .path("$[1]")
                .column(REFERENCE.getUnqualifiedName(), SQLDataType.VARCHAR(LetterRow.LONGEST_REMARK))
                .path("$[2]")
                .as(NAME);
    }
}
