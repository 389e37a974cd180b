package bot.perennial.core.delivery;

import bot.perennial.core.delivery.Flight.Landed;
import bot.perennial.core.store.Outbox.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One walk of the postman, until nothing is due: letters are fetched, wait for their turns, are marked as being sent,
 * fly, and are accounted for, many at once but each in this order.
 */
final class Walk {
    private static final int MOST_WAITING = 256;
    private static final int MOST_FLYING = 256;
    private static final int ACCOUNTED_AT_ONCE = 50;
    private static final Duration BETWEEN_ACCOUNTS = Duration.ofMillis(20);
    private static final Duration BETWEEN_FETCHES = Duration.ofMillis(250);
    private static final Duration BETWEEN_RECOVERIES = Duration.ofSeconds(5);
    /** So long before its turn a letter is marked as being sent; what is marked when the process dies is in doubt. */
    private static final Duration MARKED_BEFORE = Duration.ofMillis(200);

    private final PostOffice office;
    private final BooleanSupplier stopped;
    private final PriorityQueue<Flight> waiting =
            new PriorityQueue<>((one, other) -> Long.signum(one.turn() - other.turn()));
    private final BlockingQueue<Ended> landed = new LinkedBlockingQueue<>();
    private final Gaps gaps = new Gaps();
    private final Set<Long> members = new HashSet<>();
    private long fetched;
    private long recovered;
    private int flying;
    private int sent;
    private Optional<Throwable> fault = Optional.empty();

    /** A flight that came to its end; with nothing known of its letter where it broke. */
    private record Ended(Flight flight, Optional<Landed> landed, Optional<Throwable> fault) {}

    Walk(PostOffice office, BooleanSupplier stopped) {
        this.office = office;
        this.stopped = stopped;
    }

    /** Answers how many letters arrived. */
    int walk() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            recover();
            var more = fetch();
            while (more || !waiting.isEmpty() || flying > 0) {
                leave(threads);
                land();
                if (stopped.getAsBoolean()) {
                    office.giveBack(List.copyOf(waiting));
                    waiting.clear();
                    more = false;
                } else if (waiting.size() < MOST_WAITING && (more || ago(fetched, BETWEEN_FETCHES))) {
                    more = fetch();
                }
            }
        } catch (InterruptedException stopping) { // what is marked is in doubt, and looked for when its lease has ended
            Thread.currentThread().interrupt();
        }
        fault.ifPresent(broken -> {
            throw new IllegalStateException("A delivery broke off", broken);
        });
        return sent;
    }

    private void recover() {
        recovered = System.nanoTime();
        office.recover();
    }

    /** Answers whether there may be more. */
    private boolean fetch() {
        if (ago(recovered, BETWEEN_RECOVERIES)) {
            recover();
        }
        fetched = System.nanoTime();
        var bag = office.fetch(Set.copyOf(members));
        waiting.addAll(bag.flights());
        bag.flights().forEach(flight -> members.add(flight.memberId()));
        return bag.full();
    }

    private void leave(Executor threads) {
        var leaving = new ArrayList<Flight>();
        var now = System.nanoTime();
        var until = now + MARKED_BEFORE.toNanos();
        var lines = new HashMap<Line, Long>();
        while (flying + leaving.size() < MOST_FLYING
                && !waiting.isEmpty()
                && waiting.peek().leavesBy(until)) {
            var flight = inLine(waiting.remove(), lines, now);
            if (flight.leavesBy(until)) {
                leaving.add(flight);
            } else {
                waiting.add(flight);
            }
        }
        if (leaving.isEmpty()) {
            return;
        }
        var going = office.mark(leaving);
        leaving.forEach(flight -> members.remove(flight.memberId()));
        for (var flight : going) {
            members.add(flight.memberId());
            flying++;
            threads.execute(() -> landed.add(ended(flight)));
        }
    }

    /** Behind those on the same line that leave before it. */
    private Flight inLine(Flight flight, Map<Line, Long> lines, long now) {
        if (flight.line().isEmpty()) {
            return flight;
        }
        var line = flight.line().get();
        var turn = Math.max(flight.turn(), lines.getOrDefault(line, gaps.turn(line, now)));
        lines.put(line, turn + flight.apart().toNanos());
        return flight.later(turn);
    }

    /** Whatever breaks concerns one letter: it stays in doubt, and is looked for when its lease has ended. */
    private Ended ended(Flight flight) {
        try {
            return new Ended(flight, Optional.of(flight.fly(office.carriage(), gaps)), Optional.empty());
        } catch (Throwable broken) {
            return new Ended(flight, Optional.empty(), Optional.of(broken));
        }
    }

    /** Waits until some have landed, but not for long. */
    private void land() throws InterruptedException {
        var until = System.nanoTime() + BETWEEN_ACCOUNTS.toNanos();
        var ended = new ArrayList<Ended>();
        while (ended.size() < ACCOUNTED_AT_ONCE && ended.size() < Math.max(flying, 1)) {
            var next = landed.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            ended.add(next);
        }
        flying -= ended.size();
        ended.forEach(each -> {
            members.remove(each.flight().memberId());
            fault = fault.or(each::fault);
        });
        var arrived = ended.stream().flatMap(each -> each.landed().stream()).toList();
        office.account(arrived);
        sent += (int) arrived.stream()
                .filter(each -> each.settled().outcome() instanceof Outcome.Sent)
                .count();
    }

    private static boolean ago(long nanos, Duration duration) {
        return System.nanoTime() - nanos >= duration.toNanos();
    }
}
