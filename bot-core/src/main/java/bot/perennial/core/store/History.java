package bot.perennial.core.store;

import java.time.Instant;

/** What the gestures of the last day changed, so that it can be put back. */
public interface History {
    /**
     * Puts back exactly what was before a gesture, and can be undone itself. Letters it planned are taken back unless
     * they are on their way. Progress, the next nudge and letters are left as they are where a round has moved them on
     * since; that never stands in the way of the rest.
     */
    Undone undo(long gesture, Instant at);

    /** What came of it. */
    enum Undone {
        RESTORED,
        /** It was undone before. */
        ALREADY,
        /** Something it touched has changed since, or more was noted about someone it added; nothing was put back. */
        CHANGED_SINCE,
        /** It is more than 24 hours old, or never changed anything. */
        UNKNOWN
    }
}
