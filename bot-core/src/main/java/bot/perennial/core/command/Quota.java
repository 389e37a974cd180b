package bot.perennial.core.command;

import bot.perennial.core.people.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much may be asked for in a while, so that nobody crowds others out. */
final class Quota<T> {
    private static final int MOST = 10_000;

    private final Duration each;
    private final Duration atOnce;

    /** When each of them will have used up nothing; those asked about longest ago are left out first. */
    private final Map<T, Instant> free = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<T, Instant> eldest) {
            return size() > MOST;
        }
    };

    private Quota(Duration each, int atOnce) {
        this.each = each;
        this.atOnce = each.multipliedBy(atOnce);
    }

    /** 30 gestures a minute, and 600 more at once. */
    static Quota<Account> ofMembers() {
        return new Quota<>(Duration.ofSeconds(2), 600);
    }

    /** 6,000 gestures a minute, and 2,000 more at once; a community is a platform and a workspace. */
    static Quota<List<String>> ofCommunities() {
        return new Quota<>(Duration.ofMillis(10), 2000);
    }

    /** Ten completions a second, which is faster than anybody types, and 300 more at once. */
    static Quota<Account> ofCompletions() {
        return new Quota<>(Duration.ofMillis(100), 300);
    }

    /** Whether one gesture more is within what they may ask for; if so it is counted. */
    synchronized boolean allows(T whom, Instant now) {
        var from = free.getOrDefault(whom, now);
        var after = (from.isBefore(now) ? now : from).plus(each);
        if (after.isAfter(now.plus(atOnce))) {
            return false;
        }
        free.put(whom, after);
        return true;
    }
}
