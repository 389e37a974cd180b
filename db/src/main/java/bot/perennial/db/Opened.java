package bot.perennial.db;

import static bot.perennial.db.generated.Tables.GESTURE;
import static bot.perennial.db.generated.Tables.MEMBER;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Opening;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A notebook as one statement reads it: the member, the people who are named with their open promises, and the answer
 * this very gesture got, if it was made before.
 */
record Opened(JooqNotebook notebook, Optional<Reply> firstAnswer) {
    static final String ANSWER = "gesture.answer";

    /** Holds the member until the transaction ends, so that their gestures come one after another. */
    static Opened forWriting(DSLContext tx, Opening opening, Ids ids, Sealer sealer) {
        return of(tx, opening, ids, sealer, tx.fetch(select(tx, opening).forUpdate()));
    }

    static Opened forReading(DSLContext tx, Opening opening, Ids ids, Sealer sealer) {
        return of(tx, opening, ids, sealer, tx.fetch(select(tx, opening)));
    }

    private static org.jooq.SelectConditionStep<Record> select(DSLContext tx, Opening opening) {
        var member = is(opening.owner());
        var request = GESTURE.MEMBER_ID.eq(MEMBER.MEMBER_ID).and(GESTURE.REQUEST.eq(Hash.request(opening.gesture())));
        if (opening.named().isEmpty()) {
            return tx.select(columns(List.of(MEMBER, GESTURE)))
                    .from(MEMBER)
                    .leftJoin(GESTURE)
                    .on(request)
                    .where(member);
        }
        var named = DSL.or(opening.named().stream().map(JooqPeople::candidates).toList());
        var open = PROMISE.MEMBER_ID
                .eq(PERSON.MEMBER_ID)
                .and(PROMISE.PERSON_ID.eq(PERSON.PERSON_ID))
                .and(PROMISE.CLOSED_ON.isNull());
        return tx.select(columns(List.of(MEMBER, GESTURE, PERSON, PROMISE)))
                .from(MEMBER)
                .leftJoin(GESTURE)
                .on(request)
                .leftJoin(PERSON)
                .on(PERSON.MEMBER_ID.eq(MEMBER.MEMBER_ID).and(named))
                .leftJoin(PROMISE)
                .on(open)
                .where(member);
    }

    private static Opened of(DSLContext tx, Opening opening, Ids ids, Sealer sealer, List<Record> rows) {
        var newcomer = rows.isEmpty();
        var row = newcomer
                ? MemberRow.fresh(tx, ids.next(opening.at()), opening.owner())
                : rows.getFirst().into(MEMBER);
        var owner = new Owner(row.get(MEMBER.MEMBER_ID), row.get(MEMBER.COMMUNITY_ID), sealer);
        var pages = new Pages(tx, owner, newcomer, ids, opening.at());
        if (!opening.named().isEmpty()) {
            pages.opened(opening.named(), part(rows, PERSON.PERSON_ID), part(rows, PROMISE.PROMISE_ID));
        }
        var notebook = new JooqNotebook(tx, pages, row);
        notebook.told(opening);
        return new Opened(notebook, rows.stream().findFirst().flatMap(first -> firstAnswer(first, owner)));
    }

    /** After a day the answer itself is forgotten, but not that it was given. */
    private static Optional<Reply> firstAnswer(Record row, Owner owner) {
        return Cells.some(row, GESTURE.GESTURE_ID).map(there -> Cells.some(row, GESTURE.ANSWER)
                .<Reply>map(cipher -> MessageJson.read(owner.open(ANSWER, cipher)))
                .orElseGet(() -> new Reply.Done(Message.of("That was done before."))));
    }

    private static Stream<Record> part(List<Record> rows, TableField<Record, Long> id) {
        return rows.stream().filter(row -> Cells.some(row, id).isPresent()).map(row -> row.into(id.getTable()));
    }

    private static Condition is(Account account) {
        return MEMBER.PLATFORM
                .eq(account.platform())
                .and(MEMBER.WORKSPACE.eq(account.workspace()))
                .and(MEMBER.ACCOUNT.eq(account.user()));
    }

    private static List<SelectField<?>> columns(List<Table<Record>> tables) {
        return tables.stream()
                .<SelectField<?>>flatMap(table -> table.equals(GESTURE)
                        ? Stream.of(GESTURE.GESTURE_ID, GESTURE.ANSWER)
                        : Stream.of(table.fields()))
                .toList();
    }
}
