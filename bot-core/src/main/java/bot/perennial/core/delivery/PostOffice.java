package bot.perennial.core.delivery;

import bot.perennial.core.delivery.Flight.Landed;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where letters are fetched, marked and accounted for; each of these is one transaction, or two. */
record PostOffice(Store store, Carriage carriage, Words words, InstantSource time) {
    /** The most letters fetched at once. */
    static final int MOST = Backstage.BATCH / 2;

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(12);

    /** Takes over what processes left that stopped. */
    void recover() {
        var abandoned = store.<Integer>backstage(backstage -> backstage.outbox().recover(time.instant()));
        if (abandoned > 0) {
            LOG.atWarn().addKeyValue("letters", abandoned).log("abandoned");
        }
    }

    /**
     * Letters that were fetched, ready to leave.
     *
     * @param full whether there may be more
     */
    record Bag(List<Flight> flights, boolean full) {}

    /** @param inHand members to whom something is on its way already */
    Bag fetch(Set<Long> inHand) {
        var now = time.instant();
        var nanos = System.nanoTime();
        var claimEnds = now.plus(LEASE).minus(LONGEST_CALL);
        var sorted = store.<Sorted>backstage(backstage -> Sorted.of(
                backstage.outbox().claim(now, now.plus(LEASE), MOST, carriage.offDuty()),
                carriage,
                inHand,
                backstage.paces(),
                now));
        var found = words.of(
                sorted.leaving().stream()
                        .filter(turned -> !turned.lost())
                        .map(Sorted.Turned::letter)
                        .toList(),
                now);
        var flights = new ArrayList<Flight>();
        var others = new ArrayList<>(sorted.others());
        others.addAll(found.damaged());
        for (var turned : sorted.leaving()) {
            var letter = turned.letter();
            var message = Optional.ofNullable(found.messages().get(letter.id()));
            if (message.isPresent() || turned.lost()) {
                var turn = nanos + Duration.between(now, turned.turn()).toNanos();
                flights.add(
                        new Flight(letter, message, turned.way().map(Way::line), now, claimEnds, turn, turned.apart()));
            } else if (!found.isDamaged(letter)) {
                others.add(new Settled(letter, carriage.silent(letter)));
            }
        }
        settle(others);
        return new Bag(List.copyOf(flights), sorted.claimed() == MOST);
    }

    /** Marks those that leave as being sent and answers them, but keeps back what would leave on a closed line. */
    List<Flight> mark(List<Flight> leaving) {
        var now = time.instant();
        var flights = leaving.stream()
                .collect(Collectors.toMap(flight -> flight.letter().id(), Function.identity()));
        return store.<List<Flight>>backstage(backstage -> {
            var closed = closed(backstage, leaving, now);
            var going = new ArrayList<Flight>();
            var talking = new ArrayList<Letter>();
            var back = new ArrayList<Settled>();
            for (var flight : leaving) {
                var until = flight.line().flatMap(line -> Optional.ofNullable(closed.get(line.name())));
                if (until.isPresent()) {
                    back.add(new Settled(flight.letter(), Carriage.again(flight.letter(), until.get())));
                } else if (flight.message().isPresent()) {
                    talking.add(flight.letter());
                } else {
                    going.add(flight);
                }
            }
            backstage.outbox().settle(back, now);
            backstage.outbox().sending(talking, now).forEach(letter -> Optional.ofNullable(flights.get(letter.id()))
                    .ifPresent(flight -> going.add(flight.marked(letter, now))));
            return List.copyOf(going);
        });
    }

    /** Settles what landed, and closes the lines of which the platform said so. */
    void account(List<Landed> landed) {
        var closed = landed.stream()
                .filter(each -> each.line().isPresent() && each.closed().isPresent())
                .collect(Collectors.toMap(
                        each -> each.line().orElseThrow(),
                        each -> each.closed().orElseThrow(),
                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        if (!closed.isEmpty()) {
            var now = time.instant();
            store.backstage(backstage -> {
                var turns = Turns.on(closed.keySet(), backstage.paces(), now);
                closed.forEach(turns::close);
                turns.keep(backstage.paces());
                return closed.size();
            });
        }
        settle(landed.stream().map(Landed::settled).toList());
    }

    /** Gives back what has not left. */
    void giveBack(List<Flight> flights) {
        var now = time.instant();
        settle(flights.stream()
                .map(flight -> new Settled(flight.letter(), Carriage.again(flight.letter(), now)))
                .toList());
    }

    private static Map<String, Instant> closed(Backstage backstage, List<Flight> leaving, Instant now) {
        var lines = leaving.stream()
                .flatMap(flight -> flight.line().stream())
                .map(Line::name)
                .collect(Collectors.toSet());
        return backstage.paces().look(lines).entrySet().stream()
                .filter(pace -> pace.getValue().closedUntil().isAfter(now))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, pace -> pace.getValue().closedUntil()));
    }

    private void settle(List<Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        store.backstage(backstage -> {
            backstage.outbox().settle(settled, time.instant());
            return settled.size();
        });
        var ambiguous = settled.stream()
                .filter(each -> each.outcome() instanceof Outcome.Ambiguous)
                .count();
        if (ambiguous > 0) {
            LOG.atWarn().addKeyValue("letters", ambiguous).log("ambiguous");
        }
    }
}
