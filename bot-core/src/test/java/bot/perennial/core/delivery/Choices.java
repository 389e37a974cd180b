package bot.perennial.core.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What could happen at each point of a run, tried one after the other until every run has been seen. */
final class Choices {
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> among = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int at;

    /** Says that nothing new can come of a run; not to be caught by what runs. */
    static final class SeenBefore extends Error {
        private static final long serialVersionUID = 1;

        SeenBefore() {
            super("Seen before");
        }

        /** It would cost more than the run. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** One of so many things. */
    int of(int count) {
        if (at == taken.size()) {
            taken.add(0);
            among.add(count);
        }
        at++;
        return taken.get(at - 1);
    }

    /** Breaks off a run that came to where another has been; what comes of it has all been seen. */
    void cameTo(String place) {
        if (at == taken.size() && !seen.add(place)) {
            throw new SeenBefore();
        }
    }

    /** Begins the next run; false when there is none. */
    boolean another() {
        at = 0;
        while (!taken.isEmpty()) {
            var next = taken.removeLast() + 1;
            if (next < among.getLast()) {
                taken.add(next);
                return true;
            }
            among.removeLast();
        }
        return false;
    }

    @Override
    public String toString() {
        return taken.subList(0, Math.min(at, taken.size())).toString();
    }
}
