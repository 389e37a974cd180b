package bot.perennial.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Connections that write down each trip to the server: a statement with its values, or a commit. */
final class WatchedConnections {
    private final DataSource connections;
    private final List<String> trips = new ArrayList<>();

    WatchedConnections(DataSource connections) {
        this.connections = connections;
    }

    DataSource watched() {
        return proxy(DataSource.class, connections);
    }

    /** The trips since the last time this was asked. */
    List<String> trips() {
        var made = List.copyOf(trips);
        trips.clear();
        return made;
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().startsWith("execute")) {
                        trips.add(target.toString().replaceFirst("^[^:]*: ", ""));
                    } else if (method.getName().equals("commit")) {
                        trips.add("commit");
                    }
                    try {
                        var answer = method.invoke(target, values);
                        if (answer instanceof PreparedStatement) {
                            return proxy(PreparedStatement.class, answer);
                        }
                        return answer instanceof Connection ? proxy(Connection.class, answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
