package bot.perennial.bench.planning;

import bot.perennial.bench.Address;
import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.Storage;
import bot.perennial.bench.measure.Counts;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Job;
import bot.perennial.bench.measure.Measured;
import bot.perennial.bench.measure.Ratio;
import bot.perennial.bench.measure.Relay;
import bot.perennial.bench.measure.Slice;
import bot.perennial.bench.measure.Spread;
import bot.perennial.bench.measure.Standings;
import bot.perennial.bench.measure.Table;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Store;
import bot.perennial.db.Sealer;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The product's round against a job for each member, and against itself with more to do. */
public final class Planning implements Section {
    private static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = DUE.plusSeconds(30);
    private static final String ONE_THREAD = "product, 1 thread";
    private static final String TWO_THREADS = "product, 2 threads";
    private static final String QUARTZ = "Quartz, a trigger each";
    private static final String TUNED = "Quartz, in batches of 50";
    private static final String FETCH = "db-scheduler, fetch";
    private static final String LOCK_AND_FETCH = "db-scheduler, lock and fetch";
    private static final String FEW = "50 people each";
    private static final String MANY = "1,000 people each";

    private static final Goal QUARTZ_SPEED = Goal.atLeast("4", "planning against Quartz with a trigger each", 100);
    private static final Goal PEER_SPEED = Goal.atLeast("4", "planning against db-scheduler, lock and fetch", 15);
    private static final Goal PEER_COST = Goal.atLeast("4", "CPU of db-scheduler for each of the planner's", 15);
    private static final Goal PEOPLE = Goal.atMost("5", "CPU with 1,000 people against 50", 1.25);
    private static final Goal READS = Goal.atMost("5", "index entries read for each member, what is due left out", 3);
    private static final Goal BACKLOG = Goal.atLeast("6", "members a second at 5 times the backlog", 0.8);

    /** How large everything is. */
    private record Size(
            int members, int people, int planned, int backlog, int quartz, int tuned, int scheduler, int crowd) {
        static Size of(Bench.Extent extent) {
            return extent.brief()
                    ? new Size(4_000, 50, 4_000, 800, 50, 100, 400, 500)
                    : new Size(100_000, 50, 50_000, 20_000, 300, 600, 3_000, 2_000);
        }
    }

    @Override
    public String name() {
        return "planning";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Planning");
        var size = Size.of(bench.extent());
        var address = bench.server().fresh();
        try (var database = address.database()) {
            var population = new Population(address, DUE);
            var start = System.nanoTime();
            population.make(1, size.members, size.people);
            bench.report()
                    .say(String.format(
                            Locale.ROOT,
                            "%,d members with %d people each, made in %.0f s; of each, %d people and %d promise are due.",
                            size.members,
                            size.people,
                            (System.nanoTime() - start) / 1e9,
                            Population.HELLOS_DUE,
                            Population.PROMISES_DUE));
            try (var connection = address.connect()) {
                bench.report().table(Storage.table("Room in the database, rows made in order", connection));
            }
            var store = database.store(Sealer.of(Sealer.generate()));
            peers(bench, population, store, size);
            backlog(bench, population, store, size);
            population.make(size.members + 1, size.crowd, 1_000);
            people(bench, population, store, size);
        }
    }

    private static void peers(Bench bench, Population population, Store store, Size size) throws Exception {
        var address = population.address();
        var jobs = List.of(
                new Job(ONE_THREAD, watch -> plan(watch, population, store, 1, size.planned, 1)),
                new Job(TWO_THREADS, watch -> plan(watch, population, store, 1, size.planned, 2)),
                quartz(QUARTZ, address, population, size.quartz, 10, 1),
                quartz(TUNED, address, population, size.tuned, 20, 50),
                scheduler(FETCH, population, size.scheduler, builder -> builder.pollUsingFetchAndLockOnExecute(0.5, 3)),
                scheduler(
                        LOCK_AND_FETCH, population, size.scheduler, builder -> builder.pollUsingLockAndFetch(0.5, 4)));
        var standings = bench.relay().run(jobs);
        bench.report().table(Table.of("Members planned, whole runs", standings, LOCK_AND_FETCH, Map.of()));
        bench.report().judge(QUARTZ_SPEED.noisy(standings.speed(TWO_THREADS, QUARTZ)));
        bench.report().judge(PEER_SPEED.noisy(standings.speed(TWO_THREADS, LOCK_AND_FETCH)));
        cost(standings, LOCK_AND_FETCH, TWO_THREADS)
                .ifPresent(ratio -> bench.report().judge(PEER_COST.noisy(ratio)));
    }

    private static void backlog(Bench bench, Population population, Store store, Size size) throws Exception {
        var short_ = String.format(Locale.ROOT, "%,d waiting", size.backlog);
        var whole = String.format(Locale.ROOT, "%,d waiting", size.members);
        var standings = new Relay(bench.server().processors(), bench.extent().brief() ? 1 : 2, 1)
                .run(List.of(
                        new Job(short_, watch -> plan(watch, population, store, 1, size.backlog, 2)),
                        new Job(whole, watch -> plan(watch, population, store, 1, size.members, 2))));
        bench.report().table(Table.of("Planning a backlog, 2 threads", standings, short_, Map.of()));
        bench.report().judge(BACKLOG.noisy(standings.speed(whole, short_)));
    }

    private static void people(Bench bench, Population population, Store store, Size size) throws Exception {
        var repeats = bench.extent().brief() ? 1 : 8;
        var crowd = size.members + 1;
        var standings = bench.relay()
                .run(List.of(
                        new Job(FEW, watch -> planAgain(watch, population, store, 1, size.crowd, repeats)),
                        new Job(MANY, watch -> planAgain(watch, population, store, crowd, size.crowd, repeats))));
        var counts = Map.of(
                FEW,
                found(bench, population, store, 1, size.crowd),
                MANY,
                found(bench, population, store, crowd, size.crowd));
        bench.report()
                .table(Table.of(
                        "Planning whatever is not due; rows read by finding who and what is due",
                        standings,
                        FEW,
                        counts));
        cost(standings, MANY, FEW).ifPresent(ratio -> bench.report().judge(PEOPLE.noisy(ratio)));
        var due = Population.HELLOS_DUE + Population.PROMISES_DUE;
        for (var found : counts.values()) {
            bench.report().judge(READS.exactly(found.rowsRead() / size.crowd - due));
        }
    }

    private static long plan(
            Job.Stopwatch watch, Population population, Store store, int first, int members, int threads)
            throws Exception {
        population.expect(first, members);
        var planned = new ArrayList<Integer>();
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var lanes = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(lane -> () -> new NudgeRound(store, () -> NOW).run())
                    .toList();
            watch.time(() -> {
                for (var lane : crew.invokeAll(lanes)) {
                    planned.add(lane.get());
                }
            });
        }
        var all = planned.stream().mapToInt(Integer::intValue).sum();
        if (all != members) {
            throw new IllegalStateException("Planned " + all + " members instead of " + members);
        }
        return all;
    }

    private static long planAgain(
            Job.Stopwatch watch, Population population, Store store, int first, int members, int repeats)
            throws Exception {
        var all = 0L;
        for (var repeat = 0; repeat < repeats; repeat++) {
            all += plan(watch, population, store, first, members, 1);
        }
        return all;
    }

    /** What a pass over all of them reads to find who and what is due, in whole batches; it changes nothing. */
    private static Counts found(Bench bench, Population population, Store store, int first, int members)
            throws Exception {
        population.expect(first, members);
        try (var books = population.address().connect()) {
            return bench.server().counter(books).of(1, thread -> {
                var after = Optional.<Backstage.Place>empty();
                for (var found = 0; found < members; found += Backstage.BATCH) {
                    var from = after;
                    var turns = store.<List<Backstage.Turn>>backstage(backstage -> {
                        var batch = backstage.turns(from, NOW, Backstage.BATCH);
                        backstage.due(
                                batch.stream().map(turn -> turn.member().id()).collect(Collectors.toSet()),
                                population.day());
                        return batch;
                    });
                    after = Optional.of(turns.getLast().place());
                }
            });
        }
    }

    private static Job quartz(
            String name, Address address, Population population, int members, int threads, int batch) {
        var peer = new QuartzPeer(address, DUE, population.day(), members, threads, batch);
        return new Job(name, watch -> {
            population.expect(1, 0);
            return peer.run(watch);
        });
    }

    private static Job scheduler(
            String name,
            Population population,
            int members,
            java.util.function.UnaryOperator<SchedulerBuilder> polling) {
        var peer = new DbSchedulerPeer(population.address(), DUE, population.day(), members, polling);
        return new Job(name, watch -> {
            population.expect(1, 0);
            return peer.run(watch);
        });
    }

    /** How many times as much processor time one takes for each member, its own and the server's. */
    private static Optional<Ratio> cost(Standings standings, String one, String other) {
        var dear = costs(standings.of(one));
        var cheap = costs(standings.of(other));
        if (dear.isEmpty() || cheap.isEmpty()) {
            return Optional.empty();
        }
        var cycles = IntStream.range(0, Math.min(dear.size(), cheap.size()))
                .mapToObj(round -> dear.get(round) / cheap.get(round))
                .toList();
        return Optional.of(new Ratio(mean(dear) / mean(cheap), Spread.of(cycles)));
    }

    private static List<Double> costs(Measured measured) {
        return measured.slices().stream()
                .flatMap(slice -> slice.serverNanos().map(server -> cost(slice, server)).stream())
                .toList();
    }

    private static double cost(Slice slice, long server) {
        return (double) (slice.clientNanos() + server) / slice.operations();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
