package bot.perennial.core.people;

import java.util.stream.Stream;

/**
 * One person's account on one platform; the only way the core ever names a platform.
 *
 * @param workspace the community the account speaks in: a workspace or a server, or the account's own user for personal use
 */
public record Account(String platform, String workspace, String user) {
    public Account {
        // to a database that pads with blanks, "sam" and "sam " are the same member
        if (Stream.of(platform, workspace, user).anyMatch(part -> !part.equals(part.strip()))) {
            throw new IllegalArgumentException("No platform has ids with blanks around them");
        }
    }
}
