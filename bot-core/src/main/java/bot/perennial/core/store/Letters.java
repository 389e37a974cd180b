package bot.perennial.core.store;

import java.time.Instant;
import java.util.List;

/** What will be written to the owner of a notebook when they have not just asked. */
public interface Letters {
    /**
     * Plans a letter, unless one with the same kind and key is planned, on its way or perhaps sent; one that was
     * cancelled, failed or expired is planned anew.
     */
    void plan(Letter.Kind kind, String key, Instant due, List<Item> items);

    /** Takes back those of a kind that are not being sent yet, claimed ones included. */
    void cancel(Letter.Kind kind);

    /** The latest of a kind. */
    List<Written> latest(Letter.Kind kind, int most);

    /** A letter and what became of it. */
    record Written(Letter.Kind kind, String key, Instant due, List<Item> items, State state) {}

    /** What has become of a letter. */
    enum State {
        PLANNED,
        CLAIMED,
        SENDING,
        SENT,
        AMBIGUOUS,
        FAILED,
        EXPIRED,
        CANCELLED
    }
}
