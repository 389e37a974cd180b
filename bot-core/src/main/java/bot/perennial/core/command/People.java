package bot.perennial.core.command;

import bot.perennial.core.command.Script.Sort;
import bot.perennial.core.command.Script.Word;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads people in typed words: mentions, quoted names and plain words, apart by commas. */
final class People {
    private static final int LONGEST_ID = 14;

    private People() {}

    static List<Who> read(Script script, List<Word> words) {
        var people = new ArrayList<Who>();
        var name = new ArrayList<Word>();
        var listed = words.stream().anyMatch(word -> word.sort() == Sort.COMMA || word.sort() == Sort.MENTION);
        for (var word : words) {
            switch (word.sort()) {
                case MENTION -> {
                    add(people, script, name);
                    word.mention().ifPresent(people::add);
                }
                case QUOTED -> {
                    add(people, script, name);
                    name.add(word);
                    add(people, script, name);
                }
                case COMMA, BREAK -> add(people, script, name);
                case PLAIN, KEY -> {
                    if (listed && and(word)) {
                        add(people, script, name);
                    } else {
                        name.add(word);
                    }
                }
            }
        }
        add(people, script, name);
        return people.stream().distinct().toList();
    }

    static boolean and(Word word) {
        return word.says("and") || word.says("&");
    }

    private static void add(List<Who> people, Script script, List<Word> name) {
        var text = name.isEmpty() ? "" : script.text(name).strip();
        name.clear();
        if (text.equals("@") || NameKey.of(text).isEmpty()) { // nobody could see whom it names
            return;
        }
        people.add(known(text));
    }

    private static Who known(String text) {
        if (text.length() > 1 && text.length() <= LONGEST_ID && text.charAt(0) == '~') {
            try {
                return new Who.Known(Long.parseLong(text.substring(1).toLowerCase(Locale.ROOT), Character.MAX_RADIX));
            } catch (NumberFormatException e) {
                return new Who.Named(text);
            }
        }
        return new Who.Named(text.charAt(0) == '@' ? text.substring(1).strip() : text);
    }
}
