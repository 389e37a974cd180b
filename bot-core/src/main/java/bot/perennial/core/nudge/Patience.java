package bot.perennial.core.nudge;

import bot.perennial.core.store.Backstage.Place;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of members who can't be planned, because something stored of them is damaged. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int TRIES = 5;
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int PARKED_DAYS = 7;
    private static final int MOST = 10_000;

    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Long, Integer> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST;
        }
    };

    int failures() {
        return failures.get();
    }

    /** Tries again soon, but after five times only in a week. */
    void tried(Place place, Instant now, Store store) {
        failures.incrementAndGet();
        var parked = count(place.memberId()) >= TRIES;
        var late = Duration.between(place.at(), now);
        store.backstage(backstage -> {
            backstage.putOff(place, parked ? PARKED_DAYS : 0, parked ? Duration.ZERO : late.plus(SOON));
            return place;
        });
        if (parked) {
            forget(place.memberId());
        }
        LOG.atError()
                .addKeyValue("member", place.memberId())
                .addKeyValue("parked", parked)
                .log("a member can't be planned");
    }

    private synchronized int count(long member) {
        return tries.merge(member, 1, Integer::sum);
    }

    private synchronized void forget(long member) {
        tries.remove(member);
    }
}
