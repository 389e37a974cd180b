package bot.perennial.core.testing;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.store.Meetings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one member has logged, in memory. */
record InMemoryMeetings(Transaction tx, long owner, long gesture) implements Meetings {
    private static final Comparator<Meeting> LATEST = Comparator.comparing(Meeting::on)
            .thenComparing(Meeting::loggedAt)
            .thenComparingLong(Meeting::id)
            .reversed();

    @Override
    public Meeting add(
            long personId,
            LocalDate on,
            Optional<How> how,
            Optional<String> where,
            Optional<String> note,
            Instant loggedAt) {
        if (new InMemoryPeople(tx, owner).find(personId).isEmpty()) {
            throw new IllegalArgumentException("Nobody with id " + personId + " is in this notebook");
        }
        var id = tx.next(Key.Kind.MEETING);
        var meeting = new Meeting(id, personId, on, how, where, note, false, false, loggedAt, gesture);
        tx.put(key(id), new Row.Met(meeting));
        return meeting;
    }

    @Override
    public void save(Meeting meeting) {
        if (find(meeting.id()).isEmpty()
                || new InMemoryPeople(tx, owner).find(meeting.personId()).isEmpty()) {
            throw new IllegalArgumentException("No meeting with id " + meeting.id() + " is in this notebook");
        }
        tx.put(key(meeting.id()), new Row.Met(meeting));
    }

    @Override
    public void remove(Meeting meeting) {
        tx.remove(key(meeting.id()));
    }

    @Override
    public Optional<Meeting> find(long id) {
        return tx.find(key(id), Row.Met.class).map(Row.Met::meeting);
    }

    @Override
    public List<Meeting> log(long log) {
        return everything().filter(meeting -> meeting.log() == log).toList();
    }

    @Override
    public List<Meeting> with(long personId, int most) {
        return latest().filter(meeting -> meeting.personId() == personId)
                .limit(most)
                .toList();
    }

    @Override
    public List<Meeting> all() {
        return latest().toList();
    }

    @Override
    public List<String> places(String text, int most) {
        var beginning = NameKey.of(text);
        var places = new LinkedHashMap<String, String>();
        latest().flatMap(meeting -> meeting.where().stream())
                .forEach(place -> places.putIfAbsent(NameKey.of(place), place));
        return places.entrySet().stream()
                .filter(place -> place.getKey().startsWith(beginning))
                .map(place -> place.getValue())
                .limit(most)
                .toList();
    }

    void removeAll(long personId) {
        with(personId, Integer.MAX_VALUE).forEach(this::remove);
    }

    private Stream<Meeting> latest() {
        return everything().sorted(LATEST);
    }

    private Stream<Meeting> everything() {
        return tx.all(Key.Kind.MEETING, owner, Row.Met.class).map(Row.Met::meeting);
    }

    private Key key(long id) {
        return new Key(Key.Kind.MEETING, owner, id);
    }
}
