package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import java.util.Comparator;
import org.jooq.Record;

/** A logged contact, as a row. */
record MeetingRow(Owner owner) {
    static final Comparator<Meeting> LATEST = Comparator.comparing(Meeting::on)
            .thenComparing(Meeting::loggedAt)
            .thenComparingLong(Meeting::id)
            .reversed();
    static final String PLACE = "meeting.place";
    private static final String NOTE = "meeting.note";

    Meeting read(Record row) {
        return new Meeting(
                row.get(MEETING.MEETING_ID),
                row.get(MEETING.PERSON_ID),
                row.get(MEETING.MET_ON),
                Cells.some(row, MEETING.HOW).map(How::valueOf),
                Cells.some(row, MEETING.PLACE).map(cipher -> owner.open(PLACE, cipher)),
                Cells.some(row, MEETING.NOTE).map(cipher -> owner.open(NOTE, cipher)),
                row.get(MEETING.THEY_HELPED),
                row.get(MEETING.HELPED_THEM),
                row.get(MEETING.LOGGED_AT),
                row.get(MEETING.LOG_ID));
    }

    void write(Meeting meeting, Record row) {
        row.set(MEETING.PERSON_ID, meeting.personId());
        row.set(MEETING.MET_ON, meeting.on());
        Cells.set(row, MEETING.HOW, meeting.how().map(How::name));
        Cells.set(row, MEETING.PLACE, meeting.where().map(words -> owner.seal(PLACE, words)));
        Cells.set(row, MEETING.NOTE, meeting.note().map(words -> owner.seal(NOTE, words)));
        row.set(MEETING.THEY_HELPED, meeting.theyHelped());
        row.set(MEETING.HELPED_THEM, meeting.helpedThem());
        row.set(MEETING.LOGGED_AT, meeting.loggedAt());
        row.set(MEETING.LOG_ID, meeting.log());
    }
}
