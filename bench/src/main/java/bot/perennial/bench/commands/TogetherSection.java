package bot.perennial.bench.commands;

import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Latencies;
import bot.perennial.bench.measure.Measured;
import bot.perennial.bench.measure.Ratio;
import bot.perennial.bench.measure.Slice;
import bot.perennial.bench.measure.Spread;
import bot.perennial.bench.measure.Standings;
import bot.perennial.bench.measure.Table;
import bot.perennial.bench.measure.Variant;
import bot.perennial.db.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/** How long a {@code /met} takes while planning runs as fast as it can, in turns with how long it takes alone. */
public final class TogetherSection implements Section {
    private static final String ALONE = "/met alone";
    private static final String TOGETHER = "/met while planning";
    private static final int THREADS = 8;
    private static final double SECOND = 1_000;

    @Override
    public String name() {
        return "together";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Together");
        var address = bench.server().fresh();
        var brief = bench.extent().brief();
        try (var database = address.database();
                var planner = Executors.newSingleThreadExecutor()) {
            var store = database.store(Sealer.of(Sealer.generate()));
            var population = Population.make(store, "met", brief ? 100 : 400, 30);
            var mornings = new Mornings(store, brief ? 600 : 3_000);
            var product = new Product(store, new Quarters(Population.START));
            var met = new Variant(ALONE, thread -> product.met(population.next()));
            planned(bench, met, mornings, planner);
            var deadlocks = deadlocks(bench);
            bench.race(THREADS).run(List.of(met));
            var alone = new ArrayList<Measured>();
            var together = new ArrayList<Measured>();
            var turns = 0;
            for (var cycle = 0; cycle < (brief ? 2 : 15); cycle++) {
                alone.add(bench.burst(THREADS).run(List.of(met)).of(ALONE));
                var going = new AtomicBoolean(true);
                var planning = mornings.plan(planner, going);
                try {
                    together.add(bench.burst(THREADS).run(List.of(met)).of(ALONE));
                } finally {
                    going.set(false);
                }
                turns += planning.get();
            }
            judge(bench, all(ALONE, alone), all(TOGETHER, together), p50(alone, together), turns);
            bench.report()
                    .judge(Goal.atMost("9", "deadlocks of commands and planning", 0)
                            .exactly(deadlocks(bench) - deadlocks));
        }
    }

    private static void judge(Bench bench, Measured alone, Measured together, Ratio p50, int turns) {
        bench.report()
                .table(Table.of(
                        "Threads: 8; the planner had " + Table.number(turns) + " members' turns meanwhile",
                        new Standings(List.of(alone, together)),
                        ALONE,
                        Map.of()));
        bench.report()
                .judge(Goal.atMost("9", "p50 of /met while planning, against alone", 2.5)
                        .noisy(p50));
        bench.report()
                .judge(Goal.atMost("9", "p99 of /met while planning, against alone", 3)
                        .exactly(together.millis(99) / alone.millis(99)));
        bench.report()
                .judge(Goal.atMost("9", "p99 of /met while planning, ms", SECOND)
                        .exactly(together.millis(99)));
    }

    /** Once around, so that planning is warm too. */
    private static void planned(Bench bench, Variant met, Mornings mornings, ExecutorService planner) throws Exception {
        var going = new AtomicBoolean(true);
        var planning = mornings.plan(planner, going);
        bench.warmRace(1).run(List.of(met));
        going.set(false);
        planning.get();
    }

    private static Ratio p50(List<Measured> alone, List<Measured> together) {
        var ratios = new ArrayList<Double>();
        for (var cycle = 0; cycle < alone.size(); cycle++) {
            ratios.add(together.get(cycle).millis(50) / alone.get(cycle).millis(50));
        }
        return new Ratio(all("", together).millis(50) / all("", alone).millis(50), Spread.of(ratios));
    }

    private static Measured all(String name, List<Measured> cycles) {
        var slices = new ArrayList<Slice>();
        Histogram latencies = Latencies.empty();
        for (var cycle : cycles) {
            slices.addAll(cycle.slices());
            latencies.add(cycle.latencies());
        }
        return new Measured(name, slices, latencies);
    }

    private static double deadlocks(Bench bench) throws Exception {
        var mariadb = bench.server().version().startsWith("MariaDB");
        return Double.parseDouble(bench.server()
                .asked(
                        mariadb
                                ? "select variable_value from information_schema.global_status"
                                        + " where variable_name = 'INNODB_DEADLOCKS'"
                                : "select count from information_schema.innodb_metrics where name = 'lock_deadlocks'"));
    }
}
