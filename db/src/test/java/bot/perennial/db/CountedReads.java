package bot.perennial.db;

import bot.perennial.db.testing.TestDatabases.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection, of which the server counts the rows and index entries that it reads. */
final class CountedReads implements AutoCloseable {
    private final Connection connection;

    CountedReads(Schema schema) throws SQLException {
        connection = DriverManager.getConnection(
                schema.jdbcUrl() + (schema.jdbcUrl().contains("?") ? "&" : "?")
                        + "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true",
                schema.user(),
                schema.password());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    /** Always that one connection; giving it back ends what was not committed. */
    DataSource source() {
        var lent = proxy(Connection.class, (method, values) -> {
            if (method.getName().equals("close")) {
                connection.rollback();
                return null;
            }
            return method.invoke(connection, values);
        });
        return proxy(DataSource.class, (method, values) -> lent);
    }

    /** How many it has read since it was last asked. */
    long reads() throws SQLException {
        var reads = 0L;
        try (var statement = connection.createStatement();
                var status = statement.executeQuery("show session status like 'Handler\\_read\\_%'")) {
            while (status.next()) {
                reads += status.getLong(2);
            }
            statement.execute("flush status");
        }
        return reads;
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What a method of a proxy does. */
    private interface Call {
        @Nullable
        Object apply(java.lang.reflect.Method method, Object[] values)
                throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    try {
                        return call.apply(method, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
