package bot.perennial.core.command;

import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Typed text cut into words: quotes, mentions, commas, line breaks and {@code key:} told apart. */
final class Script {
    private static final String OPENING = "\"“”„«";
    private static final String CLOSING = "\"“”»";

    private final String source;
    private final List<Word> words = new ArrayList<>();
    private final Set<String> keys;

    /** What a word is. */
    enum Sort {
        PLAIN,
        QUOTED,
        MENTION,
        COMMA,
        BREAK,
        KEY
    }

    /**
     * A word, where it stands in the source, and who it mentions.
     *
     * @param text what it says: without the quotes, the colon or the mark of a mention
     */
    record Word(Sort sort, String text, int start, int end, Optional<Who.Mentioned> mention) {
        boolean says(String word) {
            return sort == Sort.PLAIN && text.equalsIgnoreCase(word);
        }

        boolean dash() {
            return sort == Sort.BREAK
                    || (sort == Sort.PLAIN
                            && (text.equals("-") || text.equals("—") || text.equals("–") || text.equals("--")));
        }

        boolean tag() {
            return sort == Sort.PLAIN
                    && text.length() > 1
                    && text.charAt(0) == '#'
                    && Character.isLetterOrDigit(text.codePointAt(1));
        }
    }

    private Script(String source, Set<String> keys) {
        this.source = source;
        this.keys = keys;
    }

    /** Cuts tokens into words; only the given keys, followed by a colon, are told apart. */
    static Script of(List<Token> tokens, Set<String> keys) {
        var source = new StringBuilder();
        var mentions = new ArrayList<Word>();
        for (var token : tokens) {
            switch (token) {
                case Token.Text(String text) -> source.append(text);
                case Token.Mention(Who.Mentioned who) -> {
                    var start = source.length();
                    source.append(who.name());
                    mentions.add(new Word(Sort.MENTION, who.name(), start, source.length(), Optional.of(who)));
                }
            }
        }
        var script = new Script(source.toString(), keys);
        var at = 0;
        for (var mention : mentions) {
            script.cut(at, mention.start());
            script.words.add(mention);
            at = mention.end();
        }
        script.cut(at, source.length());
        return script;
    }

    List<Word> words() {
        return words;
    }

    String source() {
        return source;
    }

    /** Words as they were typed, those that did not stand together joined by a space. */
    String text(List<Word> chosen) {
        if (chosen.size() == 1) {
            return chosen.getFirst().text();
        }
        var text = new StringBuilder();
        var end = -1;
        for (var word : chosen) {
            if (end >= 0) {
                var between = source.substring(end, Math.max(end, word.start()));
                text.append(between.isBlank() ? between : " ");
            }
            text.append(source, word.start(), word.end());
            end = word.end();
        }
        return text.toString().strip();
    }

    private void cut(int from, int to) {
        var at = from;
        while (at < to) {
            var character = source.charAt(at);
            if (character == '\n') {
                add(Sort.BREAK, "\n", at, at + 1);
                at++;
            } else if (Character.isWhitespace(character)) {
                at++;
            } else if (character == ',') {
                add(Sort.COMMA, ",", at, at + 1);
                at++;
            } else if (OPENING.indexOf(character) >= 0 && closing(at + 1, to) > at) {
                var end = closing(at + 1, to);
                add(Sort.QUOTED, source.substring(at + 1, end), at, end + 1);
                at = end + 1;
            } else {
                at = plain(at, to);
            }
        }
    }

    private int plain(int from, int to) {
        var end = from;
        while (end < to && !Character.isWhitespace(source.charAt(end)) && source.charAt(end) != ',') {
            if (source.charAt(end) == ':'
                    && keys.contains(source.substring(from, end).toLowerCase(Locale.ROOT))) {
                add(Sort.KEY, source.substring(from, end).toLowerCase(Locale.ROOT), from, end + 1);
                return end + 1;
            }
            end++;
        }
        add(Sort.PLAIN, source.substring(from, end), from, end);
        return end;
    }

    private int closing(int from, int to) {
        for (var at = from; at < to && source.charAt(at) != '\n'; at++) {
            if (CLOSING.indexOf(source.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private void add(Sort sort, String text, int start, int end) {
        words.add(new Word(sort, text, start, end, Optional.empty()));
    }
}
