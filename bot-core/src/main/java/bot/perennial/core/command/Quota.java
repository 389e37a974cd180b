package bot.perennial.core.command;

import bot.perennial.core.people.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much one account may ask for: 30 gestures a minute, and 600 more at once, so that nobody crowds others out. */
final class Quota {
    private static final int AT_ONCE = 600;
    private static final Duration EACH = Duration.ofSeconds(2);
    private static final int ACCOUNTS = 10_000;

    /** When each account will have used up nothing; those asked about longest ago are left out first. */
    private final Map<Account, Instant> free = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, Instant> eldest) {
            return size() > ACCOUNTS;
        }
    };

    /** Whether one gesture more is within what an account may ask for; if so it is counted. */
    synchronized boolean allows(Account account, Instant now) {
        var from = free.getOrDefault(account, now);
        var after = (from.isBefore(now) ? now : from).plus(EACH);
        if (after.isAfter(now.plus(EACH.multipliedBy(AT_ONCE)))) {
            return false;
        }
        free.put(account, after);
        return true;
    }
}
