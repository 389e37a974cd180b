package bot.perennial.discord;

import bot.perennial.core.message.Line;
import bot.perennial.core.message.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines as Discord's markdown, in which nobody's words become markup; the only place that escapes. */
final class DiscordText {
    /** Controls, bidirectional overrides, invisible spaces and halves of characters. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060\\uFEFF\\u2028\\u2029]|\\p{Cs}");

    /**
     * Addresses stay as they are, so that they still lead where they say; the rest is what markdown reads. What follows an
     * address at once is set apart, because Discord takes the escape for a part of the address.
     */
    private static final Pattern MARKUP = Pattern.compile(
            "((?<=https?://[^\\s<]{1,1000})<)|(https?://[A-Za-z0-9][A-Za-z0-9._/?=&%#+-]+)|[\\\\*_`<\\[]|~~|\\|\\||@(?=everyone|here)|:(?=[A-Za-z0-9_+~-]+:)");

    /** What makes a heading, a list, a quotation or small print at the start of a line. */
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^([ \\t]*\\d*)(?=(?:#{1,3}|-#|[-+]|\\.|\\))(?:[\\s\\p{Z}]|$)|>)");

    private DiscordText() {}

    /** A line as markdown, cut with … to fit. */
    static String line(Line line, int longest) {
        var whole = markdown(line);
        for (var keep = longest; whole.length() > longest && keep > 0; keep = keep * 9 / 10) {
            whole = markdown(shorten(line, keep));
        }
        return whole.length() <= longest ? whole : "…"; // marks alone may be longer
    }

    /** A heading, on one line. */
    static String heading(String text, int longest) {
        return "### " + line(Line.EMPTY.plain(flat(text)), longest - 4);
    }

    /** A remark in small print. */
    static String small(Line line, int longest) {
        var lines = line.text().lines().count();
        return "-# " + line(line, (int) Math.max(1, longest - 3 * lines)).replace("\n", "\n-# ");
    }

    /** Words for a label, where Discord reads no markdown: one line, cut with … to fit, never empty. */
    static String label(String text, int longest) {
        var flat = flat(text);
        return flat.isEmpty() ? "…" : cut(flat, longest);
    }

    private static String flat(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    /** Text cut with … to fit, never between the halves of a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Math.max(0, longest - 1);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String markdown(Line line) {
        var markdown = new StringBuilder();
        for (var span : line.spans()) {
            markdown.append(markdown(span, markdown.isEmpty() || markdown.charAt(markdown.length() - 1) == '\n'));
        }
        // two strong runs in a row would read as four asterisks
        return markdown.toString().replace("**\0**", "").replace("\0", "");
    }

    private static String markdown(Span span, boolean atLineStart) {
        return switch (span) {
            case Span.Plain(String text) -> escape(text, atLineStart);
            case Span.Strong(String text) -> wrap("**", escape(text, false)) + "\0";
            case Span.Soft(String text) -> wrap("*", escape(text, false));
            case Span.Quote(String text) -> "“" + escape(text, false) + "”";
            case Span.Code(String text) -> wrap("`", clean(text).replace('`', 'ˋ'));
        };
    }

    /** Marks must touch the words that they are about. */
    private static String wrap(String mark, String text) {
        var core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        var from = text.indexOf(core);
        return text.substring(0, from) + mark + core + mark + text.substring(from + core.length());
    }

    private static String escape(String text, boolean atLineStart) {
        var inline = MARKUP.matcher(clean(text))
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? escape(match.group()) : " \\<"));
        return LINE_START
                .matcher(inline)
                .replaceAll(match -> match.start() == 0 && !atLineStart
                        ? Matcher.quoteReplacement(match.group(1))
                        : Matcher.quoteReplacement(match.group(1) + "\\"));
    }

    private static String escape(String markup) {
        return switch (markup.charAt(0)) {
            case 'h' -> markup;
            case '~' -> "\\~\\~";
            case '|' -> "\\|\\|";
            default -> "\\" + markup;
        };
    }

    private static String clean(String text) {
        var clean = UNWANTED.matcher(
                        text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '))
                .replaceAll("");
        return clean.codePoints().anyMatch(DiscordText::rightToLeft) ? "\u2068" + clean + "\u2069" : clean;
    }

    private static boolean rightToLeft(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    private static Line shorten(Line line, int keep) {
        var left = keep;
        var shorter = Line.EMPTY;
        for (var span : line.spans()) {
            var text = text(span);
            if (text.length() > left) {
                return shorter.and(new Line(List.of(with(span, cut(text, Math.max(1, left))))));
            }
            left -= text.length();
            shorter = shorter.and(new Line(List.of(span)));
        }
        return shorter;
    }

    private static String text(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Soft(String text) -> text;
            case Span.Quote(String text) -> text;
            case Span.Code(String text) -> text;
        };
    }

    private static Span with(Span span, String text) {
        return switch (span) {
            case Span.Plain plain -> new Span.Plain(text);
            case Span.Strong strong -> new Span.Strong(text);
            case Span.Soft soft -> new Span.Soft(text);
            case Span.Quote quote -> new Span.Quote(text);
            case Span.Code code -> new Span.Code(text);
        };
    }
}
