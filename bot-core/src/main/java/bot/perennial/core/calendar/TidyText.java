package bot.perennial.core.calendar;

import static java.util.Locale.ROOT;

import java.text.Normalizer;

/** Typed text made comparable: lower case, single spaces, plain digits, no period at its end. */
final class TidyText {
    /** Nothing that can be read here is longer; the patterns never see more. */
    private static final int LONGEST = 64;

    private TidyText() {}

    /** Empty when there is nothing, or too much to be a date. */
    static String of(String text) {
        var tidy = new StringBuilder();
        boolean gap = false;
        for (int index = 0; index < text.length(); ) {
            int letter = text.codePointAt(index);
            index += Character.charCount(letter);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                gap = !tidy.isEmpty();
                continue;
            }
            if (gap) {
                tidy.append(' ');
                gap = false;
            }
            append(tidy, letter);
            if (tidy.length() > LONGEST) {
                return "";
            }
        }
        var composed = Normalizer.normalize(tidy, Normalizer.Form.NFC).toLowerCase(ROOT);
        return composed.endsWith(".")
                ? composed.substring(0, composed.length() - 1).stripTrailing()
                : composed;
    }

    private static void append(StringBuilder tidy, int letter) {
        if (Character.isDigit(letter)) {
            tidy.append(Character.digit(letter, 10));
        } else {
            tidy.appendCodePoint(letter);
        }
    }
}
