package bot.perennial.core.testing;

import java.util.Comparator;

/** Where a row is kept. */
record Key(Kind kind, long owner, long id) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::kind).thenComparingLong(Key::owner).thenComparingLong(Key::id);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    /** What is kept; one table each. */
    enum Kind {
        MEMBER,
        SETTINGS,
        PROGRESS,
        NEXT,
        PERSON,
        MEETING,
        PROMISE,
        LETTER,
        GESTURE,
        UNDONE,
        PACE,
        DUTY,
        CREW;

        /** Whether it is part of what a gesture changes, as opposed to what is remembered about the gesture itself. */
        boolean changedByGestures() {
            return switch (this) {
                case SETTINGS, PROGRESS, NEXT, PERSON, MEETING, PROMISE, LETTER, UNDONE -> true;
                case MEMBER, GESTURE, PACE, DUTY, CREW -> false;
            };
        }

        /** Whether a gesture can't be undone any more once somebody else has changed this. */
        boolean guarded() {
            return this != PROGRESS && this != NEXT && this != LETTER;
        }
    }
}
