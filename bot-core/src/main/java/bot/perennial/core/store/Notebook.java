package bot.perennial.core.store;

import bot.perennial.core.people.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything one member has noted, as one transaction sees it. Nobody else's notes can be reached from here. What is
 * written is seen by later reads of the same transaction, goes to the database together at its end, and can be undone.
 */
public interface Notebook {
    /** The owner, as the transaction sees them now. */
    Member member();

    /** Changes the owner's settings or progress; a zone other than the shown one is confirmed by it. */
    void save(Member member);

    /** Sets when the owner's next daily nudge is planned; empty for not until they ask. */
    void nudgeNext(Optional<LocalDate> day, Optional<Instant> at);

    /** The id by which {@link History#undo} finds what this gesture changed. */
    long gesture();

    People people();

    Meetings meetings();

    Promises promises();

    Letters letters();

    History history();

    /** Hellos placed on the day or before, and open promises due on it or before. */
    List<Item> due(LocalDate day);

    /** What is true now about some items; an item whose person or promise is gone, or closed, is left out. */
    List<Matter> matters(List<Item> items);
}
