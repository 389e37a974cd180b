package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.PERSON;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The last meeting with each of some people, found by one step into an index each. */
final class LastMeetings {
    private LastMeetings() {}

    static List<Record> of(DSLContext tx, Condition people) {
        var other = MEETING.as("other");
        var last = tx.select(other.MEETING_ID)
                .from(other)
                .where(other.MEMBER_ID.eq(PERSON.MEMBER_ID), other.PERSON_ID.eq(PERSON.PERSON_ID))
                .orderBy(other.MET_ON.desc(), other.LOGGED_AT.desc(), other.MEETING_ID.desc())
                .limit(1);
        return tx.select(MEETING.fields())
                .from(PERSON)
                .join(MEETING)
                .on(MEETING.MEMBER_ID.eq(PERSON.MEMBER_ID), MEETING.MEETING_ID.eq(last))
                .where(people)
                .fetch(row -> row.into(MEETING));
    }
}
