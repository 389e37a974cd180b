package bot.perennial.db.embedded;

import java.util.List;

/** How hard the server tries to keep what it has confirmed. */
enum Durability {
    KEPT,
    THROWN_AWAY;

    String grant() {
        return switch (this) {
            case KEPT -> "perennial.*";
            case THROWN_AWAY -> "*.*";
        };
    }

    List<String> options() {
        return switch (this) {
            case KEPT -> List.of("--innodb-flush-log-at-trx-commit=1", "--max-connections=100");
            case THROWN_AWAY ->
                List.of("--innodb-flush-log-at-trx-commit=0", "--skip-innodb-doublewrite", "--max-connections=300");
        };
    }
}
