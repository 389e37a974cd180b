package bot.perennial.bench.commands;

import java.util.List;
import java.util.Optional;

/** A statement as it went to the server, with its values; one that is empty was null. */
record Sent(String sql, List<Optional<Object>> values) {
    Sent {
        values = List.copyOf(values);
    }
}
