package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEETING;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.store.Meetings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** What one member has logged, in the database. */
record JooqMeetings(Pages pages) implements Meetings {
    private static final List<SortField<?>> LATEST =
            List.of(MEETING.MET_ON.desc(), MEETING.LOGGED_AT.desc(), MEETING.MEETING_ID.desc());
    private static final int PLACES_READ = 500;

    @Override
    public Meeting add(
            long personId,
            LocalDate on,
            Optional<How> how,
            Optional<String> where,
            Optional<String> note,
            Instant loggedAt) {
        pages.refuseStranger(personId);
        var meeting =
                new Meeting(pages.nextId(), personId, on, how, where, note, false, false, loggedAt, pages.gesture());
        put(meeting);
        return meeting;
    }

    @Override
    public void save(Meeting meeting) {
        var there = find(meeting.id());
        if (there.isEmpty()) {
            throw new IllegalArgumentException("No meeting with id " + meeting.id() + " is in this notebook");
        }
        pages.refuseStranger(meeting.personId());
        if (!there.get().equals(meeting)) {
            put(meeting);
        }
    }

    @Override
    public void remove(Meeting meeting) {
        pages.meetings().remove(meeting.id());
    }

    @Override
    public Optional<Meeting> find(long id) {
        return pages.meetings().find(id).map(this::read);
    }

    /** Ids grow, so that no meeting of a gesture has a smaller one than the gesture. */
    @Override
    public List<Meeting> log(long gesture) {
        var condition = MEETING.MEETING_ID.gt(gesture).and(MEETING.LOG_ID.eq(gesture));
        return pages.meetings().matching(condition, row -> row.get(MEETING.LOG_ID) == gesture).stream()
                .map(this::read)
                .sorted(Comparator.comparingLong(Meeting::id))
                .toList();
    }

    @Override
    public List<Meeting> with(long personId, int most) {
        return latest(MEETING.PERSON_ID.eq(personId), row -> row.get(MEETING.PERSON_ID) == personId, most);
    }

    @Override
    public List<Meeting> all() {
        return latest(DSL.noCondition(), row -> true, Ledger.ALL);
    }

    @Override
    public List<String> places(String text, int most) {
        var beginning = NameKey.of(text);
        var places = new LinkedHashMap<String, String>();
        latest(MEETING.PLACE.isNotNull(), row -> true, PLACES_READ).stream()
                .flatMap(meeting -> meeting.where().stream())
                .forEach(place -> places.putIfAbsent(NameKey.of(place), place));
        return places.entrySet().stream()
                .filter(place -> place.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .limit(most)
                .toList();
    }

    private List<Meeting> latest(Condition condition, java.util.function.Predicate<Record> fits, int most) {
        return pages.meetings().matching(condition, fits, LATEST, most).stream()
                .map(this::read)
                .sorted(MeetingRow.LATEST)
                .limit(most)
                .toList();
    }

    private void put(Meeting meeting) {
        var row = pages.meetings().draft(meeting.id());
        pages.meetingRow().write(meeting, row);
        pages.meetings().put(row, pages.gesture());
    }

    private Meeting read(Record row) {
        return pages.meetingRow().read(row);
    }
}
