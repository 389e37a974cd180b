package bot.perennial.app.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Which parts of the bot can do their work at present. */
public final class Health {
    private final Map<String, BooleanSupplier> parts;
    private final Map<String, BooleanSupplier> standby;

    /** With a question for each part, by its name. */
    public Health(Map<String, BooleanSupplier> parts) {
        this(parts, Map.of());
    }

    /** With whether parts only wait to take over from other processes, too. */
    public Health(Map<String, BooleanSupplier> parts, Map<String, BooleanSupplier> standby) {
        this.parts = new LinkedHashMap<>(parts);
        this.standby = new LinkedHashMap<>(standby);
    }

    /** Each part, and whether it can; a part that fails to say can't. */
    public Map<String, Boolean> parts() {
        var facts = new LinkedHashMap<String, Boolean>();
        parts.forEach((name, question) -> facts.put(name, answered(question)));
        return facts;
    }

    /** The parts that other processes do, and this one could. */
    List<String> standby() {
        return standby.entrySet().stream()
                .filter(part -> answered(part.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One part, by its name. */
    public boolean ready(String part) {
        var question = parts.get(part);
        return question != null && answered(question);
    }

    static boolean ready(Map<String, Boolean> facts) {
        return facts.values().stream().allMatch(fact -> fact);
    }

    /** The facts as JSON. */
    static String json(Map<String, Boolean> facts, List<String> standby) {
        var waiting = standby.stream()
                .map(part -> "\"" + part + "\"")
                .collect(Collectors.joining(",", ",\"standby\":[", "]"));
        return facts.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":" + fact.getValue())
                .collect(Collectors.joining(
                        ",",
                        "{\"ready\":" + ready(facts) + ",\"parts\":{",
                        "}" + (standby.isEmpty() ? "" : waiting) + "}"));
    }

    private static boolean answered(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) { // whatever keeps a part from answering keeps it from working
            return false;
        }
    }
}
