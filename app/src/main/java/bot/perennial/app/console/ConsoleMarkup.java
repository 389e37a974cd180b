package bot.perennial.app.console;

import bot.perennial.core.message.Block;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Messages as a terminal shows them, and the numbers that press their buttons. */
final class ConsoleMarkup {
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200B\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]|\\p{Cs}");
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String CODE = "\u001b[36m";
    private static final String END = "\u001b[0m";

    private final boolean styled;
    private final List<Pressable> pressables = new ArrayList<>();

    ConsoleMarkup(boolean styled) {
        this.styled = styled;
    }

    /** What the numbers printed so far press, the first one's at index 0. */
    List<Pressable> pressables() {
        return List.copyOf(pressables);
    }

    String text(Message message) {
        var lines = new ArrayList<String>();
        for (var at = 0; at < message.blocks().size(); at++) {
            lines.add(block(message, at));
        }
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Text without anything that a terminal would obey. */
    static String clean(String text) {
        return UNPRINTABLE.matcher(text.replace('\t', ' ')).replaceAll("");
    }

    private String block(Message message, int at) {
        return switch (message.blocks().get(at)) {
            case Block.Heading(String text) -> (at == 0 ? "" : "\n") + style(BOLD, clean(text));
            case Block.Entry(Line line, List<Control> controls) -> entry(line(line), controls(controls, message, at));
            case Block.Small(Line line) ->
                style(DIM, line.spans().stream().map(span -> clean(plain(span))).collect(Collectors.joining()));
        };
    }

    private static String entry(String line, String controls) {
        if (controls.isEmpty()) {
            return line;
        }
        return line.isEmpty() ? "  " + controls : line + "\n  " + controls;
    }

    private String line(Line line) {
        return line.spans().stream().map(this::span).collect(Collectors.joining());
    }

    private String span(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> clean(text);
            case Span.Strong(String text) -> style(BOLD, clean(text));
            case Span.Soft(String text) -> style(DIM, clean(text));
            case Span.Quote(String text) -> "“" + clean(text) + "”";
            case Span.Code(String text) -> style(CODE, clean(text));
        };
    }

    private static String plain(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Soft(String text) -> text;
            case Span.Quote(String text) -> "“" + text + "”";
            case Span.Code(String text) -> text;
        };
    }

    private String controls(List<Control> controls, Message message, int at) {
        return controls.stream().map(control -> control(control, message, at)).collect(Collectors.joining(" "));
    }

    private String control(Control control, Message message, int at) {
        return switch (control) {
            case Control.Button(String label, String line) -> numbered(label, new Pressable.Once(line, message, at));
            case Control.Menu(String label, List<Control.Button> choices) ->
                clean(label) + ": "
                        + choices.stream()
                                .map(choice -> numbered(choice.label(), new Pressable.Once(choice.line(), message, at)))
                                .collect(Collectors.joining(" "));
            case Control.Picks(String label, String line, List<Choice> choices, int most) ->
                clean(label)
                        + (most > 1 ? " (numbers together, at most " + most + "): " : ": ")
                        + choices.stream()
                                .map(choice -> numbered(
                                        choice.label(), new Pressable.Pick(line, choice.value(), most, message, at)))
                                .collect(Collectors.joining(" "));
        };
    }

    private String numbered(String label, Pressable pressable) {
        pressables.add(pressable);
        return "[" + style(BOLD, Integer.toString(pressables.size())) + " " + clean(label) + "]";
    }

    private String style(String how, String text) {
        return styled && !text.isEmpty() ? how + text + END : text;
    }
}
