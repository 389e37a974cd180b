package bot.perennial.db;

import static bot.perennial.db.generated.Tables.LETTER;
import static bot.perennial.db.generated.Tables.MEETING;
import static bot.perennial.db.generated.Tables.PERSON;
import static bot.perennial.db.generated.Tables.PROMISE;

import bot.perennial.core.people.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The rows of one notebook, as one transaction sees and changes them. */
final class Pages {
    private final Owner owner;
    private final Ids ids;
    private final Instant at;
    private final long gesture;
    private final Ledger people;
    private final Ledger meetings;
    private final Ledger promises;
    private final Ledger letters;
    private final Set<Who> named = new HashSet<>();
    private final Set<Long> openRead = new HashSet<>();
    private final boolean newcomer;
    private Optional<Days> hellosRead = Optional.empty();

    /** @param locking whether letters are held, which rounds write too */
    Pages(DSLContext tx, Owner owner, boolean newcomer, Ids ids, Instant at, boolean locking) {
        this.owner = owner;
        this.newcomer = newcomer;
        this.ids = ids;
        this.at = at;
        this.gesture = ids.next(at);
        this.people = new Ledger(tx, owner, newcomer, PERSON.PERSON_ID, false);
        this.meetings = new Ledger(tx, owner, newcomer, MEETING.MEETING_ID, false);
        this.promises = new Ledger(tx, owner, newcomer, PROMISE.PROMISE_ID, false);
        this.letters = new Ledger(tx, owner, newcomer, LETTER.LETTER_ID, locking);
    }

    Owner owner() {
        return owner;
    }

    boolean newcomer() {
        return newcomer;
    }

    long gesture() {
        return gesture;
    }

    long nextId() {
        return ids.next(at);
    }

    Ledger people() {
        return people;
    }

    Ledger meetings() {
        return meetings;
    }

    Ledger promises() {
        return promises;
    }

    Ledger letters() {
        return letters;
    }

    List<Ledger> all() {
        return List.of(people, meetings, promises, letters);
    }

    PersonRow personRow() {
        return new PersonRow(owner);
    }

    MeetingRow meetingRow() {
        return new MeetingRow(owner);
    }

    PromiseRow promiseRow() {
        return new PromiseRow(owner);
    }

    /** People that the opening has read, with their open promises. */
    void opened(List<Who> asked, Stream<Record> persons, Stream<Record> open) {
        named.addAll(asked);
        persons.forEach(row -> {
            people.saw(row);
            openRead.add(row.get(PERSON.PERSON_ID));
        });
        open.forEach(promises::saw);
    }

    void readNamed(Who who) {
        if (named.add(who)) {
            people.matching(JooqPeople.candidates(who), row -> true);
        }
    }

    List<Record> openWith(long personId) {
        if (openRead.add(personId)) {
            promises.matching(PROMISE.PERSON_ID.eq(personId).and(PROMISE.CLOSED_ON.isNull()), row -> true);
        }
        return promises.seen(row -> row.get(PROMISE.PERSON_ID) == personId && JooqPromises.isOpen(row));
    }

    /** Those with a hello placed within days; what was read once is not read again. */
    List<Record> hellos(LocalDate from, LocalDate to) {
        var asked = new Days(from, to);
        if (hellosRead.filter(read -> read.include(asked)).isEmpty()) {
            people.matching(PERSON.NEXT_ON.between(from, to).and(PERSON.RESTING.isFalse()), row -> true);
            hellosRead = Optional.of(asked);
        }
        return people.seen(row -> !row.get(PERSON.RESTING)
                && Cells.some(row, PERSON.NEXT_ON).filter(asked::include).isPresent());
    }

    void refuseStranger(long personId) {
        if (people.find(personId).isEmpty()) {
            throw new IllegalArgumentException("Nobody with id " + personId + " is in this notebook");
        }
    }

    private record Days(LocalDate from, LocalDate to) {
        boolean include(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        boolean include(Days others) {
            return include(others.from) && include(others.to);
        }
    }
}
