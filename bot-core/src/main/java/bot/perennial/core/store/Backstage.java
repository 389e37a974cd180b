package bot.perennial.core.store;

import bot.perennial.core.people.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the bot's own rounds see, across all members. No command is ever given this. */
public interface Backstage {
    /** The most members or letters handled in one transaction; longer IN lists make the server read every row. */
    int BATCH = 500;

    /**
     * Takes members whose next nudge has come, in order of moment and id, skipping those another round holds; they stay
     * taken until the transaction ends.
     *
     * @param after the place to go on from, within one pass; empty to begin
     */
    List<Turn> turns(Optional<Place> after, Instant now, int most);

    /** The first place at which {@link #turns} would take a member, of whom nothing else is read. */
    Optional<Place> next(Optional<Place> after, Instant now);

    /** Puts off a member whose moment has come and who still stands at that place, by some days and some time. */
    void putOff(Place place, int days, Duration time);

    /** What is due on one day or before, for each member who has anything. At most {@link #BATCH} members. */
    Map<Long, List<Item>> due(Set<Long> members, LocalDate day);

    /** Those of some members who have nobody in their notebook. At most {@link #BATCH} members. */
    Set<Long> withNobody(Set<Long> members);

    /** When each member last stored something, for those who did since an instant. At most {@link #BATCH} members. */
    Map<Long, Instant> touched(Set<Long> members, Instant since);

    /** Writes the letters and moves the members on; a letter whose kind and due key exist already is left as it is. */
    void write(List<Draft> letters, List<Turned> turned);

    Outbox outbox();

    Paces paces();

    Duties duties();

    /** Removes gestures a day old, and letters settled and due more than 35 days ago; answers how many. */
    int sweep(Instant now);

    /** Members whose moment has come, letters that are ready but not settled, and since when the longest waits. */
    Backlog backlog(Instant now);

    /** The platforms whose members have ever noted something. */
    Set<String> platforms();

    /** Where a pass over the members stands. */
    record Place(Instant at, long memberId) {}

    /** A member whose moment has come: their nudge for a local date was due at an instant. */
    record Turn(Member member, LocalDate day, Instant at) {
        public Place place() {
            return new Place(at, member.id());
        }
    }

    /** A letter to be written. */
    record Draft(long memberId, Letter.Kind kind, String dueKey, Instant due, List<Item> items) {
        public Draft {
            items = List.copyOf(items);
        }

        public Draft with(List<Item> others) {
            return new Draft(memberId, kind, dueKey, due, others);
        }
    }

    /** A member after their turn, and their next one; empty when there is none until they ask. */
    record Turned(Member member, Optional<LocalDate> nextDay, Optional<Instant> nextAt) {}

    /** How much is waiting. */
    record Backlog(long turns, long letters, Optional<Instant> oldest) {}
}
