package bot.perennial.core.command;

import bot.perennial.core.command.Script.Sort;
import bot.perennial.core.command.Script.Word;
import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the options of a command apart in typed text; knows what the spec says and no command. */
final class TypedText {
    private static final int LONGEST_VALUE = 6;

    private final CommandSpec spec;
    private final Script script;
    private final Map<Option<?>, List<Word>> parts = new LinkedHashMap<>();

    private TypedText(CommandSpec spec, Script script) {
        this.spec = spec;
        this.script = script;
    }

    static Written read(CommandSpec spec, List<Token> tokens) {
        var text = new TypedText(spec, Script.of(tokens, keys(spec)));
        if (!spec.options().isEmpty()) {
            text.divide();
            text.splitTheEnd();
        }
        return text.written();
    }

    /** Reads options that a platform or a form has told apart already. */
    static Written filled(CommandSpec spec, Map<String, List<Token>> values) {
        var raw = new LinkedHashMap<Option<?>, Written.Raw>();
        for (var option : spec.options()) {
            var tokens = values.get(option.name());
            if (tokens != null) {
                var script = Script.of(tokens, Set.of());
                if (!script.source().isBlank()) {
                    raw.put(
                            option,
                            raw(script, option, script.words(), script.source().strip()));
                }
            }
        }
        return new Written(spec, raw);
    }

    private void divide() {
        var options = spec.options();
        var words = script.words();
        var current = 0;
        var at = 0;
        while (at < words.size()) {
            var word = words.get(at);
            var next = introduced(current, word);
            if (word.sort() == Sort.KEY && keyed(at) > at) {
                var end = keyed(at);
                part(option(word.text())).addAll(words.subList(at + 1, end));
                at = end;
            } else if (next >= 0) {
                current = next;
                at++;
            } else if (word.tag() && !free(options.get(current)) && tags() >= 0) {
                part(options.get(tags())).add(word);
                at++;
            } else {
                part(options.get(current)).add(word);
                at++;
            }
        }
    }

    /** The option this word introduces, looking only forwards so that "about lunch at noon" stays whole. */
    private int introduced(int current, Word word) {
        for (var i = current; i < spec.options().size(); i++) {
            var option = spec.options().get(i);
            if (introduces(option, word) && !parts.containsKey(option)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean introduces(Option<?> option, Word word) {
        for (var lead : option.leads()) { // for each word and option: a stream would take most of the reading
            if (lead.equals("-") ? word.dash() : word.says(lead)) {
                return true;
            }
        }
        return false;
    }

    /** Where the value after a key ends; the key's own place where no value can be read, so that it stays text. */
    private int keyed(int at) {
        var words = script.words();
        var option = option(words.get(at).text());
        var end = at + 1;
        if (end == words.size() || words.get(end).sort() == Sort.KEY) {
            return at;
        }
        if (words.get(end).sort() == Sort.QUOTED) {
            return end + 1;
        }
        return switch (option.kind()) {
            case Kind.Words words1 -> endOfRun(end);
            case Kind.People people -> endOfRun(end);
            case Kind.Someone someone -> endOfRun(end);
            case Kind.Day day -> endOfReadable(option, at);
            case Kind.Due due -> endOfReadable(option, at);
            case Kind.Every every -> endOfReadable(option, at);
            case Kind.OneOf oneOf -> endOfReadable(option, at);
            case Kind.Tags tags -> end + 1;
            case Kind.Id id -> end + 1;
        };
    }

    private int endOfRun(int from) {
        var words = script.words();
        var end = from;
        while (end < words.size()
                && words.get(end).sort() != Sort.KEY
                && !words.get(end).tag()
                && introduced(0, words.get(end)) < 0) {
            end++;
        }
        return end;
    }

    private int endOfReadable(Option<?> option, int key) {
        var words = script.words();
        var longest = Math.min(words.size(), key + 1 + LONGEST_VALUE);
        for (var end = longest; end > key + 1; end--) {
            if (Values.readable(option.kind(), script.text(words.subList(key + 1, end)))) {
                return end;
            }
        }
        var attached = words.get(key + 1).start() == words.get(key).end();
        return attached ? key + 2 : key;
    }

    /** Finds the value that stands at the end of the words before it, as in "dana wu next week". */
    private void splitTheEnd() {
        var first = spec.options().getFirst();
        var words = parts.getOrDefault(first, List.of());
        var rest = afterMarked(words);
        var trailing = spec.options().stream()
                .filter(Option::trailing)
                .findFirst()
                .filter(option -> !parts.containsKey(option));
        if (rest < words.size()) {
            var spare = trailing.or(
                    () -> spec.options().stream().filter(TypedText::free).findFirst());
            spare.ifPresent(option -> move(first, rest, option));
        } else if (trailing.isPresent() && rest == words.size()) {
            for (var start = Math.max(1, words.size() - LONGEST_VALUE); start < words.size(); start++) {
                if (Values.readable(trailing.get().kind(), script.text(words.subList(start, words.size())))) {
                    move(first, start, trailing.get());
                    return;
                }
            }
        }
    }

    /** Where words begin that follow a mention or a quoted name without a comma; the end where there are none. */
    private static int afterMarked(List<Word> words) {
        for (var at = words.size() - 1; at > 0; at--) {
            var sort = words.get(at - 1).sort();
            var here = words.get(at);
            if ((sort == Sort.MENTION || sort == Sort.QUOTED)
                    && here.sort() == Sort.PLAIN
                    && !People.and(here)
                    && words.subList(at, words.size()).stream().allMatch(word -> word.sort() == Sort.PLAIN)) {
                return at;
            }
        }
        return words.size();
    }

    private void move(Option<?> from, int start, Option<?> to) {
        var words = part(from);
        var moved = List.copyOf(words.subList(start, words.size()));
        words.subList(start, words.size()).clear();
        part(to).addAll(0, moved);
    }

    private Written written() {
        var raw = new LinkedHashMap<Option<?>, Written.Raw>();
        for (var option : spec.options()) {
            var words = parts.getOrDefault(option, List.of());
            if (!words.isEmpty()) {
                raw.put(option, raw(script, option, words, script.text(words)));
            }
        }
        return new Written(spec, raw);
    }

    private static Written.Raw raw(Script script, Option<?> option, List<Word> words, String text) {
        var people =
                switch (option.kind()) {
                    case Kind.People many -> People.read(script, words);
                    case Kind.Someone one ->
                        People.read(script, words).stream().limit(1).toList();
                    case Kind.Words free -> List.<Who>of();
                    case Kind.Day day -> List.<Who>of();
                    case Kind.Due due -> List.<Who>of();
                    case Kind.Every every -> List.<Who>of();
                    case Kind.OneOf oneOf -> List.<Who>of();
                    case Kind.Tags tags -> List.<Who>of();
                    case Kind.Id id -> List.<Who>of();
                };
        return new Written.Raw(text, people);
    }

    private static boolean free(Option<?> option) {
        return option.leads().contains("-");
    }

    private int tags() {
        for (var i = 0; i < spec.options().size(); i++) {
            if (spec.options().get(i).kind() instanceof Kind.Tags) {
                return i;
            }
        }
        return -1;
    }

    private List<Word> part(Option<?> option) {
        return parts.computeIfAbsent(option, key -> new ArrayList<>());
    }

    private Option<?> option(String name) {
        return spec.option(name).orElseThrow();
    }

    private static Set<String> keys(CommandSpec spec) {
        return spec.options().stream().map(Option::name).collect(Collectors.toSet());
    }
}
