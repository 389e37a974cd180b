package bot.perennial.core.store;

import bot.perennial.core.people.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Something to be said to a member who did not just ask. It holds why to write, not what: the words are found when it
 * is sent, so they are never out of date.
 *
 * @param channel where direct messages to its member go, once their platform has told
 * @param dueKey what makes it one of its kind: for a nudge, its local date
 * @param attempts how often it was on its way before
 * @param firstTriedAt when it first was on its way, of the attempts that may have arrived
 * @param fence grows each time it is claimed: whoever holds an older one has lost it
 */
public record Letter(
        long id,
        long memberId,
        Account to,
        Optional<String> channel,
        Kind kind,
        String dueKey,
        Instant due,
        List<Item> items,
        int attempts,
        Optional<Instant> firstTriedAt,
        long fence) {
    private static final int KEY_BYTES = 18;

    public Letter {
        items = List.copyOf(items);
    }

    /**
     * The same on every attempt and unlike any other letter's, to whomever: some platforms recognise repeats by it. 24
     * characters, because a platform's key holds 25.
     */
    public String key() {
        try {
            var whole = String.join("\n", to.platform(), to.workspace(), to.user(), kind.name(), dueKey);
            var hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, KEY_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What a letter is for. */
    public enum Kind {
        /** Proves that messages arrive, when the nudge is turned on; due key: the local date. */
        WELCOME,
        /** The daily nudge; due key: the local date. */
        NUDGE,
        /** Asks someone with nobody in their notebook whom to begin with; due key: the local date. */
        STARTER,
        /** A promise for a moment of its own: today after the nudge, or a day off; due key: the promise and the date. */
        PROMISE,
        /** Says that a week has nothing in it; due key: the local date. */
        MONDAY,
        /** Says that nudges slow down, or stop; due key: the local date. */
        SLOWER
    }
}
