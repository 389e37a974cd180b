package bot.perennial.core.command;

import bot.perennial.core.people.Who;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options of a command as they were written, before dates and ids in them are read. */
record Written(CommandSpec spec, Map<Option<?>, Raw> values) {
    /** What was written for one option; the people are told apart for options that take people. */
    record Raw(String text, List<Who> people) {}

    boolean empty() {
        return values.isEmpty();
    }

    Optional<Option<?>> missing() {
        return spec.options().stream()
                .filter(option -> option.mandatory() && !values.containsKey(option))
                .findFirst();
    }

    /** Everyone named, in the order of the options. */
    List<Who> named() {
        var named = new ArrayList<Who>();
        for (var option : spec.options()) {
            if (values.containsKey(option)) {
                named.addAll(values.get(option).people());
            }
        }
        return named;
    }

    Written with(Option<?> option, String text) {
        var changed = new LinkedHashMap<>(values);
        changed.put(option, new Raw(text, List.of()));
        return new Written(spec, changed);
    }

    Written without(Option<?> option) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(option);
        return new Written(spec, changed);
    }

    Written and(Written more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        return new Written(spec, all);
    }

    /** What was written, to be given back; unlike {@link #line} it need not read as the same. */
    String shown() {
        return values.entrySet().stream()
                .map(value ->
                        " " + value.getKey().name() + ":" + value.getValue().text())
                .collect(Collectors.joining("", "/" + spec.path(), ""));
    }

    /** A line that reads as the same; empty where quotes within quotes would not survive. */
    Optional<String> line() {
        var shown = new ArrayList<String>();
        for (var value : values.entrySet()) {
            var option = value.getKey();
            var text = value.getValue().text();
            if (value.getValue().people().isEmpty()) {
                if (text.contains("\"")) {
                    return Optional.empty();
                }
                shown.add(option.name() + ":" + quoted(text));
            } else {
                shown.add(option.name() + ":"
                        + value.getValue().people().stream().map(Written::typed).collect(Collectors.joining(",")));
            }
        }
        return Optional.of(("/" + spec.path() + " " + String.join(" ", shown)).strip());
    }

    private static String typed(Who who) {
        return switch (who) {
            case Who.Mentioned(var account, String name) -> quoted(name);
            case Who.Named(String name) -> quoted(name);
            case Who.Known known -> known.typed();
        };
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',') ? "\"" + text + "\"" : text;
    }
}
