package bot.perennial.bench;

import bot.perennial.app.training.Started;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Processors;
import bot.perennial.bench.measure.Ratio;
import bot.perennial.bench.measure.Spread;
import bot.perennial.bench.measure.Table;
import bot.perennial.db.Sealer;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.testing.FakeSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How soon the program is ready, and how much memory it holds: from its AOT cache, without it, and by the JVM's defaults. */
final class Startup implements Section {
    private static final Path DISTRIBUTION = Path.of("..", "app", "target", "perennial");
    private static final Path LOG = Path.of("target", "bench", "startup.log");

    /** Discord wants introductions five seconds apart, so that a start right after another would wait for its turn. */
    private static final Duration APART = Duration.ofSeconds(6);

    private static final Goal SOON = Goal.atMost("10", "time until ready, with the AOT cache against without", 0.4);
    private static final Goal SMALL = Goal.atMost("10", "resident memory, against the JVM's defaults", 0.8);
    private static final Goal ENOUGH = Goal.atMost("10", "resident memory when ready, MB", 160);

    private record Start(double seconds, double processorSeconds, double megabytes) {}

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Starting");
        var database = bench.server().fresh();
        var settings = database.settings();
        settings.put("PERENNIAL_ENCRYPTION_KEYSET", Sealer.generate());
        var script = List.of(DISTRIBUTION.resolve("bin").resolve("perennial").toString(), "serve");
        var cached = new ArrayList<Start>();
        var plain = new ArrayList<Start>();
        var defaults = new ArrayList<Start>();
        var uncached = new HashMap<>(settings);
        uncached.put("JAVA_OPTS", "-XX:AOTMode=off");
        Files.createDirectories(LOG.getParent());
        try (var slack = new FakeSlack();
                var discord = new FakeDiscord()) {
            start(script, settings, slack, discord); // makes the tables, and brings files into the system's cache
            for (var round = 0; round < (bench.extent().brief() ? 1 : 6); round++) {
                cached.add(start(script, settings, slack, discord));
                plain.add(start(script, uncached, slack, discord));
                defaults.add(start(defaults(), settings, slack, discord));
            }
        }
        bench.report()
                .table(new Table(
                        "Until ready, serving Slack by its socket and Discord; medians",
                        List.of("variant", "ready s", "CPU s", "resident MB"),
                        List.of(
                                row("AOT cache", cached),
                                row("no cache", plain),
                                row("no cache, JVM's defaults", defaults))));
        bench.report().judge(SOON.noisy(ratio(cached, plain, Start::seconds)));
        bench.report().judge(SMALL.noisy(ratio(cached, defaults, Start::megabytes)));
        bench.report().judge(ENOUGH.exactly(median(cached, Start::megabytes)));
    }

    private static Start start(List<String> command, Map<String, String> settings, FakeSlack slack, FakeDiscord discord)
            throws IOException, InterruptedException {
        Thread.sleep(APART);
        try (var started = Started.with(command, settings, LOG, slack, discord)) {
            var ready = started.awaitReady();
            var used =
                    Processors.of(Optional.of(started.process().pid())).server().orElse(0L);
            return new Start(
                    ready.toNanos() / 1e9,
                    used / 1e9,
                    resident(started.process().pid()));
        }
    }

    private static List<String> defaults() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                DISTRIBUTION.resolve("lib") + "/*:" + DISTRIBUTION.resolve("embedded") + "/*",
                "bot.perennial.app.Main",
                "serve");
    }

    /** In megabytes of 1,000,000 bytes, as Linux counts what a process holds in memory. */
    private static double resident(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024
                    / 1e6;
        }
    }

    private static List<String> row(String variant, List<Start> starts) {
        return List.of(
                variant,
                Table.number(median(starts, Start::seconds)),
                Table.number(median(starts, Start::processorSeconds)),
                Table.number(median(starts, Start::megabytes)));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Spread.of(starts.stream().map(figure::applyAsDouble).toList()).median();
    }

    /** Of one variant to another, in each round and by their medians. */
    private static Ratio ratio(List<Start> one, List<Start> other, ToDoubleFunction<Start> figure) {
        var rounds = new ArrayList<Double>();
        for (var round = 0; round < one.size(); round++) {
            rounds.add(figure.applyAsDouble(one.get(round)) / figure.applyAsDouble(other.get(round)));
        }
        return new Ratio(median(one, figure) / median(other, figure), Spread.of(rounds));
    }
}
