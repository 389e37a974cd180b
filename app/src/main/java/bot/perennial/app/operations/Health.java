package bot.perennial.app.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Which parts of the bot can do their work at present. */
public final class Health {
    private final Map<String, BooleanSupplier> parts;

    /** With a question for each part, by its name. */
    public Health(Map<String, BooleanSupplier> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    /** Each part, and whether it can; a part that fails to say can't. */
    public Map<String, Boolean> parts() {
        var facts = new LinkedHashMap<String, Boolean>();
        parts.forEach((name, question) -> facts.put(name, answered(question)));
        return facts;
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
    static String json(Map<String, Boolean> facts) {
        return facts.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":" + fact.getValue())
                .collect(Collectors.joining(",", "{\"ready\":" + ready(facts) + ",\"parts\":{", "}}"));
    }

    private static boolean answered(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) { // whatever keeps a part from answering keeps it from working
            return false;
        }
    }
}
