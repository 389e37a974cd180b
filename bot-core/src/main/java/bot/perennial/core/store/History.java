package bot.perennial.core.store;

import java.time.Instant;

/** What the gestures of the last day changed, so that it can be put back. */
public interface History {
    /** Puts back exactly what was before a gesture, letters it planned included. */
    Undone undo(long gesture, Instant at);

    /** What came of it. */
    enum Undone {
        RESTORED,
        /** It was undone before. */
        ALREADY,
        /** Something it touched has changed since; nothing was put back. */
        CHANGED_SINCE,
        /** It is more than 24 hours old, or never changed anything. */
        UNKNOWN
    }
}
