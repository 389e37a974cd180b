package bot.perennial.core.duty;

import bot.perennial.core.store.Duties;
import bot.perennial.core.store.Duties.Duty;
import bot.perennial.core.store.Paces.Pace;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shares the parts of a task among the processes that are there: each part is one process's, who renews it again and
 * again, and is another's soon after that stops.
 */
public final class Rota {
    /** How often to look: takes the parts of one that died within fifteen seconds. */
    public static final Duration LOOK = Duration.ofSeconds(2);

    /** How long a part stays a process's after it looked. */
    static final Duration LEASE = Duration.ofSeconds(10);

    /** How much longer nobody else takes it, because no two clocks agree. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration GONE = Duration.ofHours(1);

    private final Store store;
    private final String task;
    private final String process;
    private final InstantSource time;
    private volatile Shift shift = Shift.NONE;

    /** @param process a name that no other living process has */
    public Rota(Store store, String task, String process, InstantSource time) {
        this.store = store;
        this.task = task;
        this.process = process;
        this.time = time;
    }

    /**
     * Renews what is this process's, and takes what is free and its fair share.
     *
     * @param parts how many parts the task should have; while anybody does some of it they stay as many as they are
     * @throws Store.NotSaved and {@link Store.PerhapsSaved} when nobody knows; see {@link #holds} then
     */
    public synchronized Shift look(int parts) {
        return look(parts, true);
    }

    /**
     * Whether a part is this process's now. After a standstill the store is asked first; where it can't be, only one
     * who was alone goes on.
     */
    public boolean holds(int part) {
        var known = shift;
        if (!time.instant().isBefore(known.until()) && known.parts().contains(part)) {
            known = renewed();
        }
        return known.parts().contains(part);
    }

    /** Leaves a part to whoever wants it. */
    public synchronized void giveBack(int part) {
        shift = shift.without(part);
        store.backstage(backstage -> {
            backstage.duties().keep(task, freed(backstage.duties().hold(task), each -> each == part));
            return part;
        });
    }

    /** Leaves everything to the others. */
    public synchronized void leave() {
        shift = Shift.NONE;
        var gone = time.instant().minus(GONE);
        store.backstage(backstage -> {
            backstage.duties().keep(task, freed(backstage.duties().hold(task), each -> true));
            backstage.duties().sign(task, process, Instant.EPOCH, gone);
            return true;
        });
    }

    /** Takes the next turn on a line where only one of all processes may act at a time, and says how far away it is. */
    public Duration turn(String line, Duration apart) {
        var now = time.instant();
        return store.backstage(backstage -> {
            var pace = backstage
                    .paces()
                    .hold(Map.of(line, new Pace(now, now, now, apart)))
                    .getOrDefault(line, new Pace(now, now, now, apart));
            var turn = pace.next().isAfter(now) ? pace.next() : now;
            backstage.paces().keep(Map.of(line, new Pace(turn.plus(apart), pace.queued(), pace.closedUntil(), apart)));
            return Duration.between(now, turn);
        });
    }

    private synchronized Shift renewed() {
        if (time.instant().isBefore(shift.until())) {
            return shift;
        }
        try {
            return look(shift.of(), false);
        } catch (Store.NotSaved | Store.PerhapsSaved away) {
            return shift.alone() ? shift : Shift.NONE;
        }
    }

    private Shift look(int parts, boolean taking) {
        var now = time.instant();
        shift = store.<Shift>backstage(backstage -> looked(backstage.duties(), parts, taking, now));
        return shift;
    }

    private Shift looked(Duties duties, int parts, boolean taking, Instant now) {
        var known = duties.hold(task);
        duties.sign(task, process, now.plus(LEASE), now.minus(GONE));
        var crew =
                (int) duties.crew(task).values().stream().filter(now::isBefore).count();
        var of = divided(known, parts, now);
        var mine = new TreeMap<Integer, Duty>();
        known.stream()
                .filter(duty -> duty.of() == of && duty.process().equals(process))
                .forEach(duty -> mine.put(duty.part(), duty));
        var share = Math.ceilDiv(of, crew);
        var free = free(known, mine.keySet(), of, now);
        while (taking && mine.size() < share && !free.isEmpty()) {
            var part = free.removeFirst();
            mine.put(part, new Duty(part, of, process, now));
        }
        duties.keep(
                task,
                mine.keySet().stream()
                        .map(part -> new Duty(part, of, process, now.plus(LEASE)))
                        .toList());
        var surplus = mine.keySet().stream().skip(share).collect(Collectors.toSet());
        return new Shift(mine.keySet(), surplus, of, crew == 1, now.plus(LEASE));
    }

    /** As the others did it, who may be at it; else as before. */
    private int divided(List<Duty> known, int parts, Instant now) {
        return known.stream()
                .filter(duty -> !duty.process().equals(process) && taken(duty, now))
                .findFirst()
                .or(() -> known.stream()
                        .filter(duty -> duty.process().equals(process))
                        .findFirst())
                .map(Duty::of)
                .orElse(parts);
    }

    private List<Integer> free(List<Duty> known, Set<Integer> mine, int of, Instant now) {
        var taken = known.stream()
                .filter(duty -> !duty.process().equals(process) && taken(duty, now))
                .map(Duty::part)
                .collect(Collectors.toSet());
        return IntStream.range(0, of)
                .boxed()
                .filter(part -> !taken.contains(part) && !mine.contains(part))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Duty> freed(List<Duty> known, IntPredicate which) {
        return known.stream()
                .filter(duty -> duty.process().equals(process) && which.test(duty.part()))
                .map(duty -> new Duty(duty.part(), duty.of(), "", Instant.EPOCH))
                .toList();
    }

    private static boolean taken(Duty duty, Instant now) {
        return duty.until().plus(GRACE).isAfter(now);
    }
}
