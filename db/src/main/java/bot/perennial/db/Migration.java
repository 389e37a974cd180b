package bot.perennial.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the tables up to date, also where an earlier attempt was cut off: the servers can't take back what was made, so
 * what is there already is not made again.
 */
record Migration(DataSource connections) {
    private static final int TABLE_EXISTS = 1050;
    private static final int COLUMN_EXISTS = 1060;
    private static final int KEY_EXISTS = 1061;
    private static final int NOTHING_TO_DROP = 1091;
    private static final Set<Integer> DONE_BEFORE = Set.of(TABLE_EXISTS, COLUMN_EXISTS, KEY_EXISTS, NOTHING_TO_DROP);

    /** Answers how many steps it took. */
    int run() {
        var flyway = Flyway.configure()
                .dataSource(proxy(DataSource.class, connections))
                .locations("classpath:bot/perennial/db/migration")
                .load();
        if (Stream.of(flyway.info().all()).anyMatch(step -> step.getState() == MigrationState.FAILED)) {
            flyway.repair(); // forgets that it failed, so that it is tried again
        }
        return flyway.migrate().migrationsExecuted;
    }

    private static <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                Migration.class.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    var answer = answer(target, method, values);
                    return answer instanceof Connection || answer instanceof Statement
                            ? proxy(method.getReturnType(), answer)
                            : answer;
                }));
    }

    private static Object answer(Object target, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            if (method.getName().equals("execute")
                    && e.getCause() instanceof SQLException refusal
                    && DONE_BEFORE.contains(refusal.getErrorCode())) {
                return false;
            }
            throw e.getCause();
        }
    }
}
