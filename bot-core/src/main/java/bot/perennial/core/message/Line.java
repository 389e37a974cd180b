package bot.perennial.core.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spans that read on from one another; a {@code \n} within them starts a new line. */
public record Line(List<Span> spans) {
    /** A line that says nothing. */
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return EMPTY.plain(text);
    }

    public Line plain(String text) {
        return text.isEmpty() ? this : and(new Span.Plain(text));
    }

    public Line strong(String text) {
        return and(new Span.Strong(text));
    }

    public Line soft(String text) {
        return and(new Span.Soft(text));
    }

    public Line quote(String text) {
        return and(new Span.Quote(text));
    }

    public Line code(String text) {
        return and(new Span.Code(text));
    }

    public Line and(Line other) {
        return new Line(Stream.concat(spans.stream(), other.spans.stream()).toList());
    }

    public boolean empty() {
        return spans.isEmpty();
    }

    /** The line without any markup. */
    public String text() {
        return spans.stream().map(Line::text).collect(Collectors.joining());
    }

    private Line and(Span span) {
        return new Line(Stream.concat(spans.stream(), Stream.of(span)).toList());
    }

    private static String text(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Soft(String text) -> text;
            case Span.Quote(String text) -> "“" + text + "”";
            case Span.Code(String text) -> text;
        };
    }
}
