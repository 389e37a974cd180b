package bot.perennial.bench.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run found: tables as they come, and at the end which goals were met. */
public final class Report {
    private final PrintStream out;
    private final List<Part> parts = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<String, Double> figures = new HashMap<>();

    /** @param out where each part is shown as soon as it is known */
    public Report(PrintStream out) {
        this.out = out;
    }

    public void heading(String words) {
        add(new Part(words + "\n" + "=".repeat(words.length()) + "\n", "### " + words + "\n"));
    }

    public void say(String words) {
        add(new Part(words + "\n", words + "\n"));
    }

    public void table(Table table) {
        add(new Part(table.text(), table.markdown()));
    }

    public void judge(Verdict verdict) {
        verdicts.add(verdict);
        out.println(verdict);
    }

    /** Keeps a figure for a later section to compare with. */
    public void keep(String name, double figure) {
        figures.put(name, figure);
    }

    /** A figure that an earlier section kept, if that section ran. */
    public Optional<Double> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    public boolean allMet() {
        return verdicts.stream().noneMatch(Verdict::missed);
    }

    /** All goals, those missed last, and their number. */
    public void close() {
        table(new Table(
                "Goals",
                List.of("goal", "what", "found", "verdict"),
                verdicts.stream()
                        .map(verdict -> List.of(
                                verdict.goal().number(),
                                verdict.goal().words(),
                                verdict.found(),
                                verdict.outcome().name()))
                        .toList()));
        name(Verdict.Outcome.CLOSE, "Met only within the noise: ");
        var missed = name(Verdict.Outcome.MISSED, "Missed: ");
        say((verdicts.size() - missed) + " goals met, " + missed + " missed");
    }

    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }

    public String markdown() {
        return parts.stream().map(Part::markdown).collect(Collectors.joining("\n"));
    }

    private int name(Verdict.Outcome outcome, String introduction) {
        var such = verdicts.stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .toList();
        such.forEach(verdict -> say(introduction + "goal " + verdict.goal().number() + ", "
                + verdict.goal().words() + ": " + verdict.found()));
        return such.size();
    }

    private void add(Part part) {
        parts.add(part);
        out.println(part.text);
    }

    private record Part(String text, String markdown) {}
}
