package bot.perennial.discord;

import java.util.regex.Pattern;

/** Reads text as Discord's client does, as far as one line of words goes; fails where anything of it is more than words. */
final class Markdown {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<]+[^<.,:;\"'\\]\\s]");

    private static final Pattern ACTIVE = Pattern.compile(
            "[*_`]|~~|\\|\\||@everyone|@here|<(?:[@#/:]|a:|t:|id:|https?:)" + "|\\[[^\\]]*\\]\\(|:[A-Za-z0-9_+~-]+:");

    private static final Pattern BLOCK =
            Pattern.compile("[ \\t]*(?:#{1,3}[ \\t]|-#[ \\t]|[-+*][ \\t]|\\d+\\.[ \\t]|>[ \\t]|>>>[ \\t])");

    private Markdown() {}

    /** The words; what is escaped loses its escape. */
    static String words(String markdown) {
        var words = new StringBuilder();
        for (var at = 0; at < markdown.length(); ) {
            var lineStart = at == 0 || markdown.charAt(at - 1) == '\n';
            if (lineStart
                    && BLOCK.matcher(markdown).region(at, markdown.length()).lookingAt()) {
                throw new AssertionError("A block begins at " + at + " in " + markdown);
            }
            var address = ADDRESS.matcher(markdown).region(at, markdown.length());
            if (markdown.charAt(at) == '\\' && at + 1 < markdown.length() && punctuation(markdown.charAt(at + 1))) {
                words.append(markdown.charAt(at + 1));
                at += 2;
            } else if (address.lookingAt()) {
                words.append(address.group().replaceAll("\\\\([^A-Za-z0-9\\s])", "$1"));
                at = address.end();
            } else if (ACTIVE.matcher(markdown).region(at, markdown.length()).lookingAt()) {
                throw new AssertionError("Markup at " + at + " in " + markdown);
            } else {
                words.append(markdown.charAt(at++));
            }
        }
        return words.toString();
    }

    private static boolean punctuation(char character) {
        return character < 128 && !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }
}
