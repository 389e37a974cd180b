package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;

import bot.perennial.db.generated.tables.Meeting;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The last meeting with each of some people, then the last that was noted; each found by stepping into an index. */
final class LastMeetings {
    private static final Meeting OTHER = MEETING.as("other");

    private LastMeetings() {}

    static List<Record> of(DSLContext tx, Keys people) {
        return people.isEmpty()
                ? List.of()
                : last(tx, people, DSL.noCondition())
                        .unionAll(last(tx, people, OTHER.NOTE.isNotNull()))
                        .fetch(row -> row.into(MEETING));
    }

    private static Select<Record> last(DSLContext tx, Keys people, Condition noted) {
        var last = tx.select(OTHER.MEETING_ID)
                .from(OTHER)
                .where(Keys.are(OTHER.MEMBER_ID, OTHER.PERSON_ID), noted)
                .orderBy(OTHER.MET_ON.desc(), OTHER.LOGGED_AT.desc(), OTHER.MEETING_ID.desc())
                .limit(1);
        return tx.select(MEETING.fields())
                .from(people.table())
                .straightJoin(MEETING)
                .on(Keys.are(MEETING.MEMBER_ID, MEETING.MEETING_ID, last));
    }
}
