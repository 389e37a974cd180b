package bot.perennial.bench.commands;

import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.Storage;
import bot.perennial.bench.measure.Counts;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Standings;
import bot.perennial.bench.measure.Table;
import bot.perennial.bench.measure.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Commands, a button and completions through the bot, its store and jOOQ, beside the same work in plain JDBC. */
public final class CommandSection implements Section {
    private static final List<Integer> THREADS = List.of(8, 32, 1);
    private static final int COUNTED = 20;
    private static final double MOST_EXTRA_MICROS = 150;
    private static final double MOST_MILLIS = 50;
    private static final double MICROS = 1_000_000;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Commands");
        try (var notebooks = new Notebooks(bench)) {
            met(bench, notebooks);
            others(bench, notebooks);
            try (var connection = notebooks.connect()) {
                bench.report().table(Storage.table("Room in the database, rows made by commands", connection));
            }
        }
    }

    private static void met(Bench bench, Notebooks notebooks) throws Exception {
        var variants = notebooks.met();
        var counts = counted(bench, notebooks, variants);
        var threads = Map.of(8, bench.race(8), 32, bench.warmRace(32), 1, bench.warmRace(1));
        for (var number : THREADS) {
            var standings = Objects.requireNonNull(threads.get(number)).run(variants);
            bench.report().table(Table.of("/met, threads: " + number, standings, Notebooks.MET_RAW, counts));
            if (number > 1) {
                judge(bench, standings, number);
            } else {
                bench.report()
                        .keep("met micros", MICROS / standings.of(Notebooks.MET).perSecond());
            }
        }
    }

    private static void judge(Bench bench, Standings standings, int threads) {
        var with = ", threads: " + threads;
        bench.report()
                .judge(Goal.atLeast("1", "/met against the same statements in plain JDBC" + with, 0.75)
                        .noisy(standings.speed(Notebooks.MET, Notebooks.MET_RAW)));
        bench.report()
                .judge(Goal.atLeast("2", "/met against the textbook form" + with, 1.3)
                        .noisy(standings.speed(Notebooks.MET, Notebooks.TEXTBOOK)));
        bench.report()
                .judge(Goal.atLeast("2", "/met against one insert and commit" + with, 0.35)
                        .noisy(standings.speed(Notebooks.MET, Notebooks.FLOOR)));
        bench.report()
                .judge(Goal.atMost("3", "client CPU of /met above plain JDBC, µs" + with, MOST_EXTRA_MICROS)
                        .exactly(standings.of(Notebooks.MET).clientMicros()
                                - standings.of(Notebooks.MET_RAW).clientMicros()));
    }

    private static void others(Bench bench, Notebooks notebooks) throws Exception {
        var pairs = notebooks.others();
        var variants = pairs.stream().flatMap(List::stream).toList();
        var counts = counted(bench, notebooks, variants);
        for (var threads : THREADS) {
            var race = threads.equals(THREADS.getFirst()) ? bench.race(threads) : bench.warmRace(threads);
            var standings = race.run(variants);
            for (var pair : pairs) {
                var both = new Standings(pair.stream()
                        .map(variant -> standings.of(variant.name()))
                        .toList());
                bench.report()
                        .table(Table.of(
                                pair.getFirst().name() + ", threads: " + threads,
                                both,
                                pair.getLast().name(),
                                counts));
            }
            if (threads == 8) {
                bench.report()
                        .judge(Goal.atMost("1", "completion over 2,000 people, p99 in ms, threads: 8", MOST_MILLIS)
                                .exactly(standings.of(Notebooks.COMPLETE).millis(99)));
            }
        }
    }

    private static Map<String, Counts> counted(Bench bench, Notebooks notebooks, List<Variant> variants)
            throws Exception {
        var counts = new LinkedHashMap<String, Counts>();
        try (var books = notebooks.connect()) {
            for (var variant : variants) {
                var found = bench.server().counter(books).of(COUNTED, variant.work());
                counts.put(variant.name(), found);
                var most = Notebooks.MOST_TRIPS.get(variant.name());
                if (most != null) {
                    bench.report()
                            .judge(Goal.atMost("3", "round trips of " + variant.name(), most)
                                    .exactly(found.roundTrips()));
                }
            }
        }
        return counts;
    }
}
