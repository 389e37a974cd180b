package bot.perennial.bench.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in the values of one gesture what is another for every gesture: its keys, the ids it made, its request. */
final class Gaps {
    /** Ids are larger than any other number, and never reached by counts, minutes or days. */
    private static final long SMALLEST_ID = 1L << 32;

    private static final int REQUEST_BYTES = 16;

    private final Map<Long, Function<Filling, Long>> numbers = new LinkedHashMap<>();
    private final Map<String, Function<Filling, String>> words = new LinkedHashMap<>();
    private int made;

    /** @param kept numbers that only look like ids, and are the same for all */
    Gaps(Keys keys, List<Sent> statements, List<Long> kept) {
        numbers.put(keys.member(), filling -> filling.keys().member());
        numbers.put(keys.person(), filling -> filling.keys().person());
        for (var statement : statements) {
            for (var value : statement.values()) {
                if (value.orElse("") instanceof Long id && id > SMALLEST_ID && !kept.contains(id)) {
                    learn(id);
                }
            }
        }
        words.put(keys.account(), filling -> filling.keys().account());
        words.put(keys.surname(), filling -> filling.keys().surname());
        words.put(lower(keys.surname()), filling -> lower(filling.keys().surname()));
        numbers.forEach((id, filled) ->
                words.put(Long.toString(id), filling -> filled.apply(filling).toString()));
    }

    /** How many ids the gesture made. */
    int made() {
        return made;
    }

    /** How to make the value that another gesture would have. */
    Function<Filling, Optional<Object>> of(Optional<Object> value) {
        return switch (value.orElse("")) {
            case Long id
            when numbers.containsKey(id) -> {
                var filled = Objects.requireNonNull(numbers.get(id));
                yield filling -> Optional.of(filled.apply(filling));
            }
            case byte[] bytes when bytes.length == REQUEST_BYTES -> filling -> Optional.of(filling.request());
            case String text when pattern().matcher(text).find() -> text(text);
            default -> filling -> value;
        };
    }

    /** As it stands in the key of a name. */
    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void learn(long id) {
        if (!numbers.containsKey(id)) {
            var place = made++;
            numbers.put(id, filling -> filling.ids().get(place));
        }
    }

    private Function<Filling, Optional<Object>> text(String text) {
        var parts = new ArrayList<Function<Filling, String>>();
        var gaps = pattern().matcher(text);
        var end = 0;
        while (gaps.find()) {
            var before = text.substring(end, gaps.start());
            parts.add(filling -> before);
            parts.add(Objects.requireNonNull(words.get(gaps.group())));
            end = gaps.end();
        }
        var rest = text.substring(end);
        return filling -> {
            var filled = new StringBuilder();
            parts.forEach(part -> filled.append(part.apply(filling)));
            return Optional.of(filled.append(rest).toString());
        };
    }

    private Pattern pattern() {
        return Pattern.compile(words.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** What another gesture fills the gaps with. */
    record Filling(Keys keys, List<Long> ids, Object request) {}
}
