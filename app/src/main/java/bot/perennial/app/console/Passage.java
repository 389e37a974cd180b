package bot.perennial.app.console;

import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Lets time pass at the console: the clock stops at each moment at which something is due, and lets it arrive. */
final class Passage {
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Store store;
    private final Runnable rounds;
    private final ConsoleClock clock;

    /** With the rounds that plan what is due and deliver it. */
    Passage(Store store, Runnable rounds, ConsoleClock clock) {
        this.store = store;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Whether nobody but the console's members is in the database, whose nudges its clock would send astray. */
    boolean alone() {
        return Set.of(ConsoleMembers.PLATFORM).containsAll(store.<Set<String>>backstage(Backstage::platforms));
    }

    /** Moves on to a moment; the action runs wherever the clock stops. */
    void to(Instant moment, Runnable arrived) {
        var last = Instant.MIN;
        for (var due = next(moment); due.isPresent(); due = next(moment)) {
            var now = clock.instant();
            var stuck = !due.get().isAfter(last);
            last = due.get();
            var stop = stuck ? now.plus(STEP) : due.get();
            if (stop.isAfter(moment)) {
                break;
            }
            if (stop.isAfter(now)) {
                clock.moveTo(stop);
            }
            rounds.run();
            arrived.run();
        }
        if (moment.isAfter(clock.instant())) {
            clock.moveTo(moment);
        }
        rounds.run();
        arrived.run();
    }

    private Optional<Instant> next(Instant moment) {
        return store.backstage(backstage -> backstage.backlog(moment)).oldest();
    }
}
