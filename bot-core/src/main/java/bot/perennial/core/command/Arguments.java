package bot.perennial.core.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values given for a command's options. */
public final class Arguments {
    private final Map<Option<?>, Object> values = new HashMap<>();

    /** Gives an option its value. */
    public <T> Arguments with(Option<T> option, T value) {
        values.put(option, value);
        return this;
    }

    public boolean has(Option<?> option) {
        return values.containsKey(option);
    }

    public boolean empty() {
        return values.isEmpty();
    }

    @SuppressWarnings("unchecked") // with() is the only way in, and it ties the value to T
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable((T) values.get(option));
    }

    public <T> T get(Option<T> option) {
        return find(option).orElseThrow(() -> new IllegalStateException("No value for " + option.name()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Arguments for "
                + values.keySet().stream().map(Option::name).sorted().toList();
    }
}
