package bot.perennial.core.delivery;

import java.time.Duration;

/**
 * What a platform limits as a whole, for all processes of the bot together: a workspace, or the bot itself.
 *
 * @param usual how much time lies between two requests at first
 * @param fastest how little ever lies between two
 */
public record Line(String name, Duration usual, Duration fastest) {
    public Line {
        if (fastest.isNegative() || fastest.isZero() || fastest.compareTo(usual) > 0) {
            throw new IllegalArgumentException("A line needs time between requests: " + name);
        }
    }
}
