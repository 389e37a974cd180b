package bot.perennial.app.faults;

import bot.perennial.app.faults.CrashPoint.When;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the bot and its database driver, and halts the process at the point that was told. */
public final class Crashing {
    /** How a process ends that died where it was told to. */
    public static final int EXIT = 86;

    private static final AtomicReference<Optional<CrashPoint>> ARMED = new AtomicReference<>(Optional.empty());

    private Crashing() {}

    /** From here on every connection goes through here. */
    public static void takeOver() throws SQLException {
        for (var driver : DriverManager.drivers().toList()) {
            DriverManager.deregisterDriver(driver);
            DriverManager.registerDriver(proxy(Driver.class, driver, Crashing::connecting));
        }
    }

    public static void arm(CrashPoint point) {
        ARMED.set(Optional.of(point));
    }

    private static Object connecting(Object driver, java.lang.reflect.Method method, Object[] values) throws Throwable {
        var made = invoke(driver, method, values);
        return made instanceof Connection connection ? watched(connection) : made;
    }

    private static Connection watched(Connection connection) {
        var asked = new ArrayList<String>();
        return proxy(Connection.class, connection, (self, method, values) -> {
            switch (method.getName()) {
                case "commit" -> {
                    die(When.BEFORE_COMMIT, asked);
                    invoke(connection, method, values);
                    die(When.AFTER_COMMIT, asked);
                    asked.clear();
                    return null;
                }
                case "rollback" -> asked.clear();
                default -> {}
            }
            var made = invoke(connection, method, values);
            var words = values != null && values.length > 0 && values[0] instanceof String text ? text : "";
            return made instanceof Statement statement
                    ? watched(method.getReturnType(), statement, words, asked)
                    : made;
        });
    }

    private static Object watched(Class<?> type, Statement statement, String prepared, List<String> asked) {
        return proxy(type, statement, (self, method, values) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, values);
            }
            var words = values != null && values.length > 0 && values[0] instanceof String text ? text : prepared;
            die(When.BEFORE_STATEMENT, List.of(words));
            var made = invoke(statement, method, values);
            asked.add(words);
            die(When.AFTER_STATEMENT, List.of(words));
            return made;
        });
    }

    private static void die(When when, List<String> statements) {
        var point = ARMED.get();
        if (point.isPresent()
                && statements.stream().anyMatch(words -> point.get().at(when, words))) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Object target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? Crashing.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, values) -> handler.invoke(target, method, values)));
    }
}
