package bot.perennial.slack;

/** Makes other people's text harmless and short enough, without changing what is read. */
final class SafeText {
    private SafeText() {}

    /** Without controls, what can't be seen, and broken surrogates; line breaks stay, tabs become spaces. */
    static String clean(String text) {
        var at = 0;
        while (at < text.length() && harmless(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : cleaned(text);
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n', 0x2028, 0x2029 -> clean.append('\n');
                case '\t' -> clean.append(' ');
                default -> {
                    if (Character.getType(character) == Character.SURROGATE) {
                        clean.append('\uFFFD');
                    } else if (!Character.isISOControl(character) && !unseen(character)) {
                        clean.appendCodePoint(character);
                    }
                }
            }
        });
        return clean.toString();
    }

    /** Clean, and at most so many characters: what is too long ends in an ellipsis. */
    static String cut(String text, int longest) {
        var clean = clean(text);
        if (clean.length() <= longest) {
            return clean;
        }
        var end = longest - 1;
        if (end > 0 && Character.isHighSurrogate(clean.charAt(end - 1))) {
            end--;
        }
        return clean.substring(0, Math.max(0, end)) + "…";
    }

    /** The same, with each line that reads from the right set apart, so that it can't reorder what stands beside it. */
    static String apart(String text, int longest) {
        var clean = clean(text);
        if (!rightToLeft(clean)) {
            return cut(clean, longest);
        }
        var marks = 2 * (int) clean.lines().count();
        return "\u2068" + cut(clean, Math.max(1, longest - marks)).replace("\n", "\u2069\n\u2068") + "\u2069";
    }

    /** A label: never empty, on one line. */
    static String label(String text, int longest) {
        var flat = clean(text).replace('\n', ' ').strip();
        return flat.isEmpty() ? "…" : apart(flat, longest);
    }

    /** For the few places where Slack reads markup whether asked to or not; at most so many characters afterwards. */
    static String escaped(String text, int longest) {
        var clean = clean(text);
        var escaped = new StringBuilder();
        for (var at = 0; at < clean.length(); ) {
            var character = clean.codePointAt(at);
            var piece =
                    switch (character) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        default -> Character.toString(character);
                    };
            if (escaped.length() + piece.length() >= longest) {
                return escaped.append('…').toString();
            }
            escaped.append(piece);
            at += Character.charCount(character);
        }
        return escaped.toString();
    }

    /** Whether a character needs no second look, as nearly all that are typed don't. */
    private static boolean harmless(char character) {
        return (character >= ' ' && character <= '~')
                || (character >= 0xA0 && character < 0x2000)
                || (character >= 0x2010 && character < 0x2028);
    }

    /** What turns text around, or makes one name look like another; what joins and parts letters and emoji stays. */
    private static boolean unseen(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200B
                || character == 0x2060
                || character == 0xFEFF;
    }

    private static boolean rightToLeft(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (perhapsRightToLeft(text.charAt(at))) {
                return text.codePoints().anyMatch(SafeText::rightToLeft);
            }
        }
        return false;
    }

    /** Leaves out the scripts before Hebrew, and punctuation, arrows and symbols, so that hardly any text is read twice. */
    private static boolean perhapsRightToLeft(char character) {
        return character >= 0x590 && (character < 0x2010 || character >= 0x2C00);
    }

    private static boolean rightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }
}
