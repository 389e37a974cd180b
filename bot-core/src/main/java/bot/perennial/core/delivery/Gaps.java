package bot.perennial.core.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How messages that are handed over here keep their distance on each line, one after the other as they came. */
final class Gaps {
    private final Map<String, Long> free = new HashMap<>();
    private final Map<String, List<Place>> queues = new HashMap<>();

    /** Where a message stands among those that wait for their line; each is its own. */
    static final class Place {
        private final Line line;
        private final Duration apart;

        private Place(Line line, Duration apart) {
            this.line = line;
            this.apart = apart;
        }
    }

    /** A place behind all that wait already, for a message that uses its line for so long. */
    synchronized Place enter(Line line, Duration apart) {
        var place = new Place(line, apart);
        queue(line).add(place);
        return place;
    }

    /** How many nanoseconds a message has to wait yet; when none, it has passed, and the next comes behind it. */
    synchronized long pass(Place place, long now) {
        var queue = queue(place.line);
        var wait = turn(place.line, now) - now;
        for (var ahead = 0; queue.get(ahead) != place; ahead++) {
            wait += queue.get(ahead).apart.toNanos();
        }
        if (queue.getFirst() != place || wait > 0) {
            return Math.max(wait, 1);
        }
        queue.removeFirst();
        // a timer that was late costs no time, as long as half of the distance is kept
        var next = free.getOrDefault(place.line.name(), now) + place.apart.toNanos();
        free.put(place.line.name(), Math.max(next, now + place.apart.toNanos() / 2));
        return 0;
    }

    /** For a message that waits no longer. */
    synchronized void leave(Place place) {
        queue(place.line).remove(place);
    }

    /** When a message could leave on a line, if nobody else waits there. */
    synchronized long turn(Line line, long now) {
        return Math.max(free.getOrDefault(line.name(), now), now);
    }

    private List<Place> queue(Line line) {
        return queues.computeIfAbsent(line.name(), name -> new ArrayList<>());
    }
}
