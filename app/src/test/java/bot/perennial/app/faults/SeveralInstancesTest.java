package bot.perennial.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.perennial.core.store.Letters.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** P1, P2, P5 and P6 with three instances on one database, two of which are killed in the middle of their work. */
@Timeout(600)
class SeveralInstancesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration IN_THE_AIR = Duration.ofSeconds(4);
    private static final int MEMBERS = 240;
    private static final int TALKERS = 24;
    private static final int SPREAD = 6;
    private static final int BROUGHT_BEFORE_DEATH = 25;

    private final World world = new World(Instant.parse("2026-03-02T09:00:00Z"));
    private final History history = new History(world);

    /** When one was killed, how many members it had planned, and to whom something was being sent then. */
    private record Death(Instant at, long nanos, int planned, Set<String> sending) {}

    @Test
    void shareTheWorkAndTakeOverWhatTheDeadLeave() throws Exception {
        try (world;
                var fleet = new Fleet(world, 3);
                var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var members = world.crowd(MEMBERS);
            say(members);
            history.afterAnswers(members);
            await().atMost(PATIENCE)
                    .until(() -> fleet.count("letter where state = 'SENT'") == MEMBERS); // the greetings
            assertThat(fleet.all()).allSatisfy(life -> assertThat(fleet.balancer.answered(life.port()))
                    .as("commands answered by one of three")
                    .isGreaterThan(MEMBERS / 3));

            var before = fleet.brought();
            var death = killedWhenItHasBrought(fleet, before);
            fleet.spread(SPREAD);
            fleet.moveTo(Instant.parse("2026-03-03T08:29:59Z"));
            var talkers = world.crowd(TALKERS);
            var talking = thread.submit(() -> say(talkers));
            var killed = death.get();
            takenOver(fleet, members.size(), killed.at);
            talking.get();
            history.afterAnswers(talkers);
            history.afterMorning(members, world.today());
            var doubted = doubted(members, world.today());
            assertThat(killed.sending).as("in doubt, of what was being sent").containsAll(names(doubted));
            shared(fleet, before, killed);

            var armed = fleet.alive().firstEntry();
            var everybody = Stream.concat(members.stream(), talkers.stream()).toList();
            armed.getValue().arm(CrashPoint.PLAN_UNCOMMITTED);
            fleet.spread(SPREAD);
            fleet.moveTo(Instant.parse("2026-03-04T08:29:59Z"));
            assertThat(armed.getValue().diesWithin(PATIENCE)).isTrue();
            takenOver(fleet, everybody.size(), fleet.now());
            history.afterMorning(everybody, world.today());
            var again = doubted(everybody, world.today());
            history.afterDays(
                    everybody.stream().filter(member -> !again.contains(member)).toList());
            forgotten(fleet, killed);
            System.out.printf(
                    "Three instances, two killed: %d nudges accepted, %d and %d in doubt, %d broken%n",
                    history.nudges, doubted.size(), again.size(), history.broken.size());
            assertThat(history.broken).isEmpty();
            assertThat(world.strayed).isEmpty();
        }
    }

    /** Whoever is the first to have brought some letters is killed before it hears that the last of them arrived. */
    private CompletableFuture<Death> killedWhenItHasBrought(Fleet fleet, Map<String, Long> before) {
        var death = new CompletableFuture<Death>();
        world.atNext("slack", () -> watch(fleet, before, death));
        return death;
    }

    private void watch(Fleet fleet, Map<String, Long> before, CompletableFuture<Death> death) {
        var busiest = fleet.brought().entrySet().stream()
                .filter(each -> each.getValue() - before.getOrDefault(each.getKey(), 0L) >= BROUGHT_BEFORE_DEATH)
                .map(Map.Entry::getKey)
                .findFirst();
        if (busiest.isEmpty()) {
            world.atNext("slack", () -> watch(fleet, before, death));
            return;
        }
        var planned = fleet.planned().getOrDefault(busiest.get(), 0);
        fleet.life(busiest.get()).kill();
        var sending = fleet.words("select account from member join letter using (member_id) where kind = 'NUDGE'"
                + " and state = 'SENDING'");
        death.complete(new Death(fleet.now(), System.nanoTime(), planned, Set.copyOf(sending)));
    }

    /**
     * When the others have nothing more to do, time is at once where the leases of the dead have ended, and takes steps as
     * long as turns are taken ahead: however slow the machine, everything is done before time is half a minute after the
     * death.
     */
    private void takenOver(Fleet fleet, int members, Instant death) {
        var letters = "letter where kind = 'NUDGE' and due_key = '" + world.today() + "'";
        var leases = death.plus(LEASE);
        await().atMost(PATIENCE)
                .until(() -> fleet.now().isAfter(death.plus(IN_THE_AIR))
                        && fleet.count(letters) == members
                        && fleet.count(letters + " and state = 'PLANNED'") == 0
                        && fleet.count(letters + " and lease_until > '" + text(leases) + "'") == 0);
        var slow = fleet.now().isAfter(leases) ? Duration.between(leases, fleet.now()) : Duration.ZERO;
        for (var at = leases.plus(STEP); !at.isAfter(death.plus(TAKEN_OVER)); at = at.plus(STEP)) {
            fleet.holdAt(at.plus(slow));
            await().atMost(PATIENCE)
                    .until(() -> fleet.count(letters + " and (state in ('CLAIMED', 'SENDING') or state = 'PLANNED' and"
                                    + " ready_at <= '" + text(fleet.now()) + "')")
                            == 0);
        }
        assertThat(fleet.words("select concat_ws(' ', state, ready_at) from " + letters
                        + " and state not in ('SENT', 'AMBIGUOUS')"))
                .as("left half a minute after a death at %s", death)
                .isEmpty();
    }

    /** More than one planned, and more than one delivered. */
    private static void shared(Fleet fleet, Map<String, Long> before, Death death) {
        var planned = new ArrayList<>(fleet.planned().values());
        planned.add(death.planned);
        var brought = new ArrayList<Long>();
        fleet.brought().forEach((token, count) -> brought.add(count - before.getOrDefault(token, 0L)));
        System.out.println("Three instances planned " + planned + " and brought " + brought + "");
        assertThat(planned.stream().filter(count -> count > 0))
                .as("instances that planned")
                .hasSizeGreaterThan(1);
        assertThat(brought.stream().filter(count -> count > 0))
                .as("instances that delivered")
                .hasSizeGreaterThan(1);
    }

    /** Quartz has found out too, by the machine's own clock. */
    private static void forgotten(Fleet fleet, Death death) {
        var left = TAKEN_OVER.minusNanos(System.nanoTime() - death.nanos);
        await().atMost(left.isPositive() ? left : Duration.ofSeconds(1))
                .until(() -> fleet.count("QRTZ_SCHEDULER_STATE") < 3);
    }

    private Set<Citizen> doubted(List<Citizen> members, LocalDate day) {
        return members.stream()
                .filter(member ->
                        world.nudge(member, day).filter(State.AMBIGUOUS::equals).isPresent())
                .collect(Collectors.toSet());
    }

    private static List<String> names(Set<Citizen> members) {
        return members.stream().map(member -> member.voice.account().user()).toList();
    }

    private static String say(List<Citizen> members) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var voices = members.stream()
                    .map(member -> Executors.callable(() -> Trial.insist(member)))
                    .toList();
            for (var voice : threads.invokeAll(voices)) {
                voice.get();
            }
        }
        return "said";
    }

    private static String text(Instant instant) {
        return instant.toString().replace('T', ' ').replace("Z", "");
    }
}
