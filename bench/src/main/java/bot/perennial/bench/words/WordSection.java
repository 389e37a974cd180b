package bot.perennial.bench.words;

import bot.perennial.bench.Bench;
import bot.perennial.bench.Section;
import bot.perennial.bench.measure.Goal;
import bot.perennial.bench.measure.Ratio;
import bot.perennial.bench.measure.Spread;
import bot.perennial.bench.measure.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Reading, drawing and reckoning, by JMH in a process of its own. */
public final class WordSection implements Section {
    private static final double PERCENT = 100;
    private static final int WARM_UP = 10;
    private static final int MEASURED = 8;
    private static final Map<String, Double> MOST_MICROS = Map.of("parse", 5.0, "render", 10.0, "nextMoment", 0.5);
    private static final Map<String, String> NAMES = Map.of(
            "parse", "parse /met",
            "render", "draw 20 people for Slack",
            "nextMoment", "the next local moment");

    @Override
    public String name() {
        return "words";
    }

    @Override
    public void measure(Bench bench) throws Exception {
        bench.report().heading("Words and times");
        var rows = new ArrayList<List<String>>();
        var sum = 0.0;
        for (var found : scores(bench.extent().brief()).entrySet()) {
            var words = NAMES.getOrDefault(found.getKey(), found.getKey());
            var score = found.getValue();
            sum += score.mean();
            rows.add(List.of(
                    words,
                    Table.number(score.mean()),
                    Table.number(score.cycles().lower()) + ".."
                            + Table.number(score.cycles().upper())));
            bench.report()
                    .judge(Goal.atMost("11", words + ", µs", MOST_MICROS.getOrDefault(found.getKey(), 0.0))
                            .noisy(score));
        }
        bench.report().table(new Table("By JMH, average time", List.of("what", "µs", "q1..q3"), rows));
        var together = sum;
        bench.report().figure("met micros").ifPresent(met -> bench.report()
                .judge(Goal.atMost("11", "all of them, in percent of a /met", 1).exactly(PERCENT * together / met)));
    }

    /** Microseconds by the name of what was done, with those of each iteration. */
    private static Map<String, Ratio> scores(boolean brief) throws Exception {
        var each = brief ? TimeValue.milliseconds(200) : TimeValue.seconds(1);
        var options = new OptionsBuilder()
                .include(Words.class.getName())
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(each)
                .measurementIterations(MEASURED)
                .measurementTime(each)
                .output(Path.of("target", "bench-jmh.log").toString())
                .build();
        var scores = new TreeMap<String, Ratio>();
        for (var result : new Runner(options).run()) {
            var method = result.getParams().getBenchmark();
            var iterations = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(iteration -> iteration.getPrimaryResult().getScore())
                    .toList();
            scores.put(
                    method.substring(method.lastIndexOf('.') + 1),
                    new Ratio(result.getPrimaryResult().getScore(), Spread.of(iterations)));
        }
        return scores;
    }
}
