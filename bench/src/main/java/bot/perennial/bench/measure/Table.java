package bot.perennial.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures in rows, the first of each a name; readable as text and as Markdown. */
public record Table(String title, List<String> columns, List<List<String>> rows) {
    private static final List<String> USUAL = List.of(
            "variant",
            "mean/s",
            "ratio",
            "q1..q3",
            "client CPU µs",
            "server CPU µs",
            "p50 ms",
            "p99 ms",
            "round trips",
            "rows read");

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The usual figures, with the speed of each as a multiple of one of them. */
    public static Table of(String title, Standings standings, String measure, Map<String, Counts> counts) {
        return new Table(
                title,
                USUAL,
                standings.all().stream()
                        .map(one -> row(
                                one,
                                Ratio.ofSpeed(one, standings.of(measure)),
                                Optional.ofNullable(counts.get(one.name()))))
                        .toList());
    }

    /** As many digits as one can believe. */
    public static String number(double value) {
        var size = Math.abs(value);
        var digits = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    public String text() {
        var widths = IntStream.range(0, columns.size())
                .map(column -> all().stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return title + "\n"
                + all().stream()
                        .map(row -> "  "
                                + IntStream.range(0, row.size())
                                        .mapToObj(column -> padded(row.get(column), widths[column], column == 0))
                                        .collect(Collectors.joining("  "))
                                        .stripTrailing())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add("**" + title + "**");
        lines.add("");
        lines.add(line(columns));
        lines.add("|---|" + "---:|".repeat(columns.size() - 1));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> row(Measured one, Ratio ratio, Optional<Counts> counts) {
        return List.of(
                one.name(),
                number(one.perSecond()),
                number(ratio.mean()),
                number(ratio.cycles().lower()) + ".." + number(ratio.cycles().upper()),
                number(one.clientMicros()),
                one.serverMicros().map(Table::number).orElse(""),
                number(one.millis(50)),
                number(one.millis(99)),
                counts.map(Counts::roundTrips).map(Table::number).orElse(""),
                counts.map(Counts::rowsRead).map(Table::number).orElse(""));
    }

    private List<List<String>> all() {
        var all = new ArrayList<List<String>>();
        all.add(columns);
        all.addAll(rows);
        return all;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String padded(String text, int width, boolean left) {
        var room = " ".repeat(width - text.length());
        return left ? text + room : room + text;
    }
}
