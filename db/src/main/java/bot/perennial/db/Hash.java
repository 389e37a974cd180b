package bot.perennial.db;

import bot.perennial.core.people.Account;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Keys that are made from words. */
final class Hash {
    private static final int REQUEST_BYTES = 16;

    private Hash() {}

    /** What identifies a gesture among those of its member. */
    static byte[] request(String gesture) {
        return Arrays.copyOf(sha256(gesture), REQUEST_BYTES);
    }

    /** The community an account speaks in; the key by which the tables can be spread over several databases. */
    static long community(Account account) {
        return ByteBuffer.wrap(sha256(account.platform() + "\n" + account.workspace()))
                .getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
