package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Opening;
import bot.perennial.db.OpeningQuery.Row;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * A notebook as one statement reads it: the member, the people who are named with their open promises, and the answer
 * this very gesture got, if it was made before.
 */
record Opened(JooqNotebook notebook, Optional<Reply> firstAnswer) {
    static final String ANSWER = "gesture.answer";

    /** Holds the member until the transaction ends, so that their gestures come one after another. */
    static Opened forWriting(DSLContext tx, Opening opening, Ids ids, Sealer sealer) {
        return of(tx, opening, ids, sealer, true);
    }

    /** Holds nothing, and waits for nobody. */
    static Opened forReading(DSLContext tx, Opening opening, Ids ids, Sealer sealer) {
        return of(tx, opening, ids, sealer, false);
    }

    private static Opened of(DSLContext tx, Opening opening, Ids ids, Sealer sealer, boolean locking) {
        var rows = new OpeningQuery(opening, locking).rows(tx);
        var newcomer = rows.isEmpty();
        var row = newcomer
                ? MemberRow.fresh(tx, ids.next(opening.at()), opening.owner())
                : rows.getFirst().member();
        var owner = new Owner(row.get(MEMBER.MEMBER_ID), row.get(MEMBER.COMMUNITY_ID), sealer);
        var pages = new Pages(tx, owner, newcomer, ids, opening.at(), locking);
        if (!opening.named().isEmpty()) {
            pages.opened(
                    opening.named(),
                    rows.stream().flatMap(each -> each.person().stream()),
                    rows.stream().flatMap(each -> each.promise().stream()));
        }
        var notebook = new JooqNotebook(tx, pages, row);
        notebook.told(opening);
        return new Opened(
                notebook, rows.stream().findFirst().filter(Row::madeBefore).map(first -> firstAnswer(first, owner)));
    }

    /** After a day the answer itself is forgotten, but not that it was given. */
    private static Reply firstAnswer(Row row, Owner owner) {
        return row.answer()
                .<Reply>map(cipher -> MessageJson.read(owner.open(ANSWER, cipher)))
                .orElseGet(() -> new Reply.Done(Message.of("That was done before.")));
    }
}
