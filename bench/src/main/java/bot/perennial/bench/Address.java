package bot.perennial.bench;

import bot.perennial.db.Database;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where a database is, and how to be let in. */
public record Address(String url, String user, String password) {
    /** The product's own way in, with its tables made. */
    public Database database() {
        var database = Database.open(url, user, password);
        database.migrate();
        return database;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** For the peers: as many connections, set up as the product sets up its own. */
    public HikariDataSource pool(int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("characterEncoding", "UTF-8");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cacheServerConfiguration", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSize", "100");
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "8192");
        return new HikariDataSource(config);
    }

    /** As the product is told it; it takes no password that is empty. */
    public Map<String, String> settings() {
        var settings = new HashMap<>(Map.of("PERENNIAL_DATABASE_URL", url, "PERENNIAL_DATABASE_USER", user));
        if (!password.isEmpty()) {
            settings.put("PERENNIAL_DATABASE_PASSWORD", password);
        }
        return settings;
    }

    /** The same with one more setting of the driver. */
    public Address with(String name, String value) {
        return new Address(url + (url.contains("?") ? "&" : "?") + name + "=" + value, user, password);
    }

    public String schema() {
        return toString().replaceAll(".*/", "");
    }

    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }
}
