package bot.perennial.core.store;

import bot.perennial.core.people.Promise;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a member has promised to do. */
public interface Promises {
    Promise add(long personId, LocalDate due, Promise.Kind kind, Optional<String> about, LocalDate today);

    /**
     * Changes one.
     *
     * @throws IllegalArgumentException if it, or its person, is not in this notebook
     */
    void save(Promise promise);

    Optional<Promise> find(long id);

    /** The open ones, earliest first. */
    List<Promise> open();

    /** The open ones about one person, earliest first. */
    List<Promise> openWith(long personId);

    /** All about one person, latest due date first. */
    List<Promise> with(long personId, int most);
}
