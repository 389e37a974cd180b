package bot.perennial.bench.commands;

import bot.perennial.bench.Address;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A way to the database that writes down what goes along it; used by one thread. */
final class Watched implements Driver, AutoCloseable {
    private static final String MARK = "jdbc:watched:";

    private final Address address;
    private final List<Sent> sent = new ArrayList<>();

    private Watched(Address address) {
        this.address = address;
    }

    static Watched on(Address address) throws SQLException {
        var watched = new Watched(address);
        DriverManager.registerDriver(watched);
        return watched;
    }

    Address address() {
        return new Address(MARK + address.url(), address.user(), address.password());
    }

    /** What has gone along since this was last asked. */
    List<Sent> sent() {
        var all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public @Nullable Connection connect(String url, Properties settings) throws SQLException {
        return acceptsURL(url)
                ? seen(Connection.class, DriverManager.getConnection(url.substring(MARK.length()), settings))
                : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(MARK);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("It only passes things on");
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    private <T> T seen(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        var answer = method.invoke(target, arguments);
                        return method.getName().equals("prepareStatement")
                                ? prepared((PreparedStatement) answer, arguments[0].toString())
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private PreparedStatement prepared(PreparedStatement target, String sql) {
        var values = new TreeMap<Integer, Optional<Object>>();
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("set") && arguments.length > 1) {
                        var value = method.getName().equals("setNull") ? null : arguments[1];
                        values.put((Integer) arguments[0], Optional.ofNullable(value));
                    } else if (method.getName().startsWith("execute")) {
                        sent.add(new Sent(sql, List.copyOf(values.values())));
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
