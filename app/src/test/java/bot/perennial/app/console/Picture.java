package bot.perennial.app.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a terminal shows, as an SVG that follows the reader's light or dark theme. */
final class Picture {
    /** How what a member types is marked; the console itself never uses it. */
    static final String TYPED = "\u001b[32m";

    static final String END = "\u001b[0m";
    private static final Pattern STYLE = Pattern.compile("\u001b\\[(\\d+)m");
    private static final Map<String, String> CLASSES = Map.of("1", "b", "2", "d", "36", "c", "32", "t", "0", "");
    private static final int COLUMNS = 92;
    private static final int WIDTH = 840;
    private static final int LINE = 20;
    private static final int MARGIN = 22;

    private Picture() {}

    private record Cell(int codePoint, String look) {}

    static String of(String shown) {
        var lines = wrapped(cells(shown));
        var height = 2 * MARGIN + LINE * lines.size();
        var svg = new StringBuilder(head(height));
        for (var at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isEmpty()) {
                svg.append("<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">".formatted(MARGIN, MARGIN + 15 + LINE * at))
                        .append(text(lines.get(at)))
                        .append("</text>\n");
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static String head(int height) {
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
            <title>A conversation with Perennial at the console</title>
            <style>
            rect { fill: #f6f8fa; stroke: #d0d7de }
            text { fill: #1f2328; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
            .b { font-weight: 700 } .d { fill: #59636e } .c { fill: #0550ae } .t { fill: #116329 }
            @media (prefers-color-scheme: dark) {
            rect { fill: #0d1117; stroke: #3d444d } text { fill: #e6edf3 }
            .d { fill: #9198a1 } .c { fill: #79c0ff } .t { fill: #7ee787 }
            }
            </style>
            <rect x="0.5" y="0.5" width="%3$d" height="%4$d" rx="8"/>
            """.formatted(WIDTH, height, WIDTH - 1, height - 1);
    }

    private static List<Cell> cells(String shown) {
        var cells = new ArrayList<Cell>();
        var look = "";
        var style = STYLE.matcher(shown);
        for (var at = 0; at < shown.length(); ) {
            if (style.region(at, shown.length()).lookingAt()) {
                look = CLASSES.getOrDefault(style.group(1), "");
                at = style.end();
            } else {
                cells.add(new Cell(shown.codePointAt(at), look));
                at += Character.charCount(shown.codePointAt(at));
            }
        }
        return cells;
    }

    private static List<List<Cell>> wrapped(List<Cell> cells) {
        var lines = new ArrayList<List<Cell>>();
        var line = new ArrayList<Cell>();
        for (var cell : cells) {
            if (cell.codePoint() == '\n') {
                lines.add(List.copyOf(line));
                line.clear();
                continue;
            }
            line.add(cell);
            if (line.size() > COLUMNS) {
                var space = lastSpace(line);
                var indent = indent(line);
                lines.add(List.copyOf(line.subList(0, space)));
                line.subList(0, space + 1).clear();
                line.addAll(0, indent);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static int lastSpace(List<Cell> line) {
        var buttons = !indent(line).isEmpty();
        var at = line.size() - 2;
        while (line.get(at).codePoint() != ' ' || (buttons && line.get(at + 1).codePoint() != '[')) {
            at--;
        }
        return at;
    }

    private static List<Cell> indent(List<Cell> line) {
        return List.copyOf(
                line.stream().takeWhile(cell -> cell.codePoint() == ' ').toList());
    }

    private static String text(List<Cell> line) {
        var text = new StringBuilder();
        var look = "";
        for (var cell : line) {
            if (!cell.look().equals(look)) {
                text.append(look.isEmpty() ? "" : "</tspan>");
                text.append(cell.look().isEmpty() ? "" : "<tspan class=\"" + cell.look() + "\">");
                look = cell.look();
            }
            switch (cell.codePoint()) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                default -> text.appendCodePoint(cell.codePoint());
            }
        }
        return text.append(look.isEmpty() ? "" : "</tspan>").toString();
    }
}
