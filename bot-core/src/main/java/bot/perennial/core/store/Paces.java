package bot.perennial.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How fast requests may leave on each line of a platform, for all processes together. */
public interface Paces {
    /**
     * The paces of some lines, which stay held until the transaction ends.
     *
     * @param fresh what they are where nobody has used a line yet
     */
    Map<String, Pace> hold(Map<String, Pace> fresh);

    /** The paces of those lines that somebody has used, only looked at. */
    Map<String, Pace> look(Set<String> lines);

    void keep(Map<String, Pace> paces);

    /**
     * The pace of one line.
     *
     * @param next when the next request may leave
     * @param queued until when turns are promised to letters that wait
     * @param closedUntil until when the platform takes nothing
     * @param apart how much time lies between two requests
     */
    record Pace(Instant next, Instant queued, Instant closedUntil, Duration apart) {}
}
