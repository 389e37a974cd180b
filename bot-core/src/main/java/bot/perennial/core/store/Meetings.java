package bot.perennial.core.store;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every contact a member has logged. */
public interface Meetings {
    Meeting add(
            long personId,
            LocalDate on,
            Optional<How> how,
            Optional<String> where,
            Optional<String> note,
            Instant loggedAt);

    /**
     * Changes one.
     *
     * @throws IllegalArgumentException if it, or its person, is not in this notebook
     */
    void save(Meeting meeting);

    /** Removes one; whoever removes it puts the person's contact right. */
    void remove(Meeting meeting);

    Optional<Meeting> find(long id);

    /** Those that one gesture logged. */
    List<Meeting> log(long gesture);

    /** Those with one person, latest first. */
    List<Meeting> with(long personId, int most);

    /** All of them, latest first. */
    List<Meeting> all();

    /** Places of meetings that begin with the text, most recently used first, each once. */
    List<String> places(String text, int most);
}
