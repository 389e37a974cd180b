package bot.perennial.core.delivery;

import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Paces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Claimed letters, sorted into those that leave soon, each with its turn, and what becomes of the others.
 *
 * @param claimed how many there were
 */
record Sorted(int claimed, List<Turned> leaving, List<Settled> others) {
    /**
     * A letter, how it gets there, and when it may leave.
     *
     * @param lost whether it is only looked for
     * @param apart how long its line is used by it
     */
    record Turned(Letter letter, boolean lost, Optional<Way> way, Instant turn, Duration apart) {}

    /** @param inHand members to whom something is on its way already: to each one thing at a time */
    static Sorted of(List<Letter> letters, Carriage carriage, Set<Long> inHand, Paces paces, Instant now) {
        var others = new ArrayList<Settled>();
        var fit = new ArrayList<Letter>();
        var members = new HashSet<>(inHand);
        for (var letter : letters) {
            carriage.kept(letter, now)
                    .or(() ->
                            members.add(letter.memberId()) ? Optional.empty() : Optional.of(carriage.next(letter, now)))
                    .ifPresentOrElse(outcome -> others.add(new Settled(letter, outcome)), () -> fit.add(letter));
        }
        var ways = new HashMap<Long, Way>();
        fit.forEach(letter -> carriage.way(letter).ifPresent(way -> ways.put(letter.id(), way)));
        var turns = Turns.on(ways.values().stream().map(Way::line).toList(), paces, now);
        var leaving = new ArrayList<Turned>();
        for (var letter : fit) {
            var way = Optional.ofNullable(ways.get(letter.id()));
            var turn = way.map(turns::take).orElse(Optional.of(now));
            var apart = way.map(turns::apart).orElse(Duration.ZERO);
            turn.ifPresent(at -> leaving.add(new Turned(letter, carriage.lost(letter, now), way, at, apart)));
            if (turn.isEmpty()) {
                others.add(new Settled(letter, Carriage.again(letter, turns.queue(way.orElseThrow()))));
            }
        }
        turns.keep(paces);
        return new Sorted(letters.size(), List.copyOf(leaving), List.copyOf(others));
    }
}
