package bot.perennial.core.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: case, accents, surplus space and what can't be seen don't count. */
public final class NameKey {
    /** What joins, parts or turns letters, or shows nothing: with it a name would look like another one. */
    private static final String UNSEEN = "\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0";

    /** Accents and points; the vowel signs of Indic scripts and the voicing of kana make other names and stay. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u0610-\\u061A"
            + "\\u064B-\\u065F\\u0670\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE00-\\uFE0F\\uFE20-\\uFE2F"
            + UNSEEN + "]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD_END = Pattern.compile(" ");

    private NameKey() {}

    /** The form of a name that is equal to that of every other spelling of it: {@code zoe ko} for {@code  Zoë  KO}. */
    public static String of(String name) {
        return SPACE.matcher(ascii(name) ? name.toLowerCase(Locale.ROOT) : plain(name))
                .replaceAll(" ")
                .strip();
    }

    /** Whether a text begins where one of a name's words begins. */
    public static boolean startsIn(String name, String text) {
        return (" " + of(name)).contains(" " + of(text));
    }

    /** Whether each word of a text begins one of a name's words; never for a text without words. */
    public static boolean allStartIn(String name, String text) {
        var words = of(text);
        return !words.isEmpty() && WORD_END.splitAsStream(words).allMatch(word -> startsIn(name, word));
    }

    private static String plain(String name) {
        return Normalizer.normalize(withoutAccents(withoutAccents(name).toLowerCase(Locale.ROOT)), Normalizer.Form.NFC);
    }

    /** Whether it has no accents, and no letter of which there are several forms. */
    private static boolean ascii(String name) {
        return name.chars().allMatch(letter -> letter < 0x80);
    }

    private static String withoutAccents(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }
}
