package bot.perennial.core.delivery;

import bot.perennial.core.store.Paces;
import bot.perennial.core.store.Paces.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns to send on lines that other processes use too, reckoned on the paces that all of them share. A line slows down
 * when its platform complains and recovers with each turn.
 */
final class Turns {
    /** Turns are taken no further ahead: a process that dies leaves them unused. */
    static final Duration AHEAD = Duration.ofSeconds(2);

    /** What waits for a turn comes back so much earlier, so that the line never stands still for it. */
    static final Duration EARLY = Duration.ofSeconds(1);

    private static final Duration SLOWEST = Duration.ofSeconds(1);
    private static final int RECOVERY = 500;

    private final Map<String, Pace> paces;
    private final Instant now;

    private Turns(Map<String, Pace> paces, Instant now) {
        this.paces = new HashMap<>(paces);
        this.now = now;
    }

    /** Nobody else takes turns on these lines until the transaction ends. */
    static Turns on(Collection<Line> lines, Paces paces, Instant now) {
        var fresh = lines.stream()
                .distinct()
                .collect(Collectors.toMap(Line::name, line -> new Pace(now, now, now, line.usual())));
        return new Turns(paces.hold(fresh), now);
    }

    void keep(Paces kept) {
        kept.keep(Map.copyOf(paces));
    }

    /** Takes the next turn; empty when there is none soon. */
    Optional<Instant> take(Way way) {
        var pace = of(way.line());
        var turn = latest(now, pace.next(), pace.closedUntil());
        if (turn.isAfter(now.plus(AHEAD))) {
            return Optional.empty();
        }
        var recovered = pace.apart().minus(pace.apart().dividedBy(RECOVERY));
        var fastest = way.line().fastest();
        put(
                way,
                new Pace(
                        turn.plus(pace.apart().multipliedBy(way.requests())),
                        pace.queued(),
                        pace.closedUntil(),
                        recovered.compareTo(fastest) < 0 ? fastest : recovered));
        return Optional.of(turn);
    }

    /** For how long a message uses its line at the pace of now. */
    Duration apart(Way way) {
        return of(way.line()).apart().multipliedBy(way.requests());
    }

    /** When to come back for a turn, behind everything else that waits. */
    Instant queue(Way way) {
        var pace = of(way.line());
        var turn = latest(now.plus(AHEAD), pace.next(), pace.closedUntil(), pace.queued());
        var behind = turn.plus(pace.apart().multipliedBy(way.requests()));
        put(way, new Pace(pace.next(), behind, pace.closedUntil(), pace.apart()));
        return turn.minus(EARLY);
    }

    /** The platform takes nothing on the line for a while; only the first to hear so slows it down. */
    void close(Line line, Duration pause) {
        var pace = of(line);
        var until = now.plus(pause);
        var known = pace.closedUntil().isAfter(now);
        var slower = pace.apart().multipliedBy(2);
        paces.put(
                line.name(),
                new Pace(
                        pace.next(),
                        pace.queued(),
                        latest(pace.closedUntil(), until),
                        known ? pace.apart() : slower.compareTo(SLOWEST) > 0 ? SLOWEST : slower));
    }

    private Pace of(Line line) {
        return Objects.requireNonNull(paces.get(line.name()));
    }

    private void put(Way way, Pace pace) {
        paces.put(way.line().name(), pace);
    }

    private static Instant latest(Instant... instants) {
        return Stream.of(instants).max(Comparator.naturalOrder()).orElseThrow();
    }
}
