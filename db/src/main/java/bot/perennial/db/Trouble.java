package bot.perennial.db;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What kind of trouble a database makes. */
enum Trouble {
    /** Others were faster: the whole work can be run again. */
    AGAIN,
    /** It can't be reached, or refuses to store anything now. */
    UNREACHABLE,
    /** Our own mistake. */
    MISTAKE;

    private static final int DUPLICATE = 1062;
    private static final int LOCK_WAIT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int ROW_CHANGED = 1020;
    /** The id of a letter that another store has drawn too. */
    private static final int NULL = 1048;

    private static final Set<Integer> CONTENTION = Set.of(DUPLICATE, LOCK_WAIT, DEADLOCK, ROW_CHANGED, NULL);
    /** No connection is left for this user, which servers count among our own mistakes. */
    private static final Set<Integer> CROWDED = Set.of(1203, 1226);

    private static final Set<String> MISTAKES = Set.of("21", "22", "23", "42");

    static Trouble of(Throwable thrown) {
        var found = sql(thrown);
        if (found.isEmpty()) {
            return MISTAKE;
        }
        if (CONTENTION.contains(found.get().getErrorCode())) {
            return AGAIN;
        }
        if (CROWDED.contains(found.get().getErrorCode())) {
            return UNREACHABLE;
        }
        var state = Optional.ofNullable(found.get().getSQLState()).orElse("");
        return state.length() > 1 && MISTAKES.contains(state.substring(0, 2)) ? MISTAKE : UNREACHABLE;
    }

    /** Whether nobody answered, so that nobody can say what became of a commit. */
    static boolean unanswered(SQLException thrown) {
        var state = Optional.ofNullable(thrown.getSQLState()).orElse("");
        return state.startsWith("08")
                || thrown instanceof SQLRecoverableException
                || thrown instanceof SQLTransientConnectionException;
    }

    /** The same without its words: servers repeat what members wrote in theirs. */
    static SQLException withoutWords(Throwable thrown) {
        var mute = sql(thrown)
                .map(found -> new SQLException(
                        found.getClass().getSimpleName() + " " + found.getErrorCode(),
                        found.getSQLState(),
                        found.getErrorCode()))
                .orElseGet(() -> new SQLException(thrown.getClass().getSimpleName()));
        mute.setStackTrace(thrown.getStackTrace());
        return mute;
    }

    private static Optional<SQLException> sql(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }
}
