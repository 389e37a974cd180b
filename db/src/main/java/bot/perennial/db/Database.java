package bot.perennial.db;

import bot.perennial.core.store.Store;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A MySQL or MariaDB server, as the bot uses it. */
public final class Database implements AutoCloseable {
    private static final int GESTURES_AT_ONCE = 10;
    private static final int ROUNDS_AT_ONCE = 6;
    private static final Duration GESTURE_PATIENCE = Duration.ofMillis(1200);
    private static final Duration ROUND_PATIENCE = Duration.ofSeconds(10);

    private static final Duration KEPT_ALIVE_EVERY = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final HikariDataSource gestures;
    private final HikariDataSource rounds;
    private final Room room = new Room(GESTURES_AT_ONCE);

    private Database(HikariDataSource gestures, HikariDataSource rounds) {
        this.gestures = gestures;
        this.rounds = rounds;
    }

    /** Connects when first needed, so that a server that is down can come up later. */
    public static Database open(String url, String user, String password) {
        // A gesture is answered within two seconds, so each wait for it is shorter; rounds may take their time.
        var gestures = pool("gestures", url, user, password, GESTURES_AT_ONCE);
        gestures.setConnectionTimeout(1000);
        gestures.setValidationTimeout(500);
        gestures.addDataSourceProperty("connectTimeout", "800");
        gestures.addDataSourceProperty("socketTimeout", "1500");
        gestures.addDataSourceProperty("useServerPrepStmts", "true"); // a quarter of a command was reading its SQL
        gestures.addDataSourceProperty("prepStmtCacheSize", "100");
        var rounds = pool("rounds", url, user, password, ROUNDS_AT_ONCE);
        rounds.setConnectionTimeout(5000);
        rounds.setValidationTimeout(1000);
        rounds.addDataSourceProperty("connectTimeout", "2000");
        rounds.addDataSourceProperty("socketTimeout", "10000");
        rounds.addDataSourceProperty("rewriteBatchedStatements", "true"); // many rows in one statement
        return new Database(new HikariDataSource(gestures), new HikariDataSource(rounds));
    }

    /** What keeps the bot from using this server, each with its fix; empty when all is well. */
    public List<String> problems() {
        try {
            return found();
        } catch (SQLException e) {
            return foundAgain();
        }
    }

    /** A connection that died while it rested shows it at its first use, and then makes room for a new one. */
    private List<String> foundAgain() {
        try {
            return found();
        } catch (SQLException e) {
            return List.of(ServerCheck.unreachable(e));
        }
    }

    private List<String> found() throws SQLException {
        try (var connection = rounds.getConnection()) {
            return ServerCheck.problems(connection);
        }
    }

    /** Brings the tables up to date, and says how many steps that took. */
    public int migrate() {
        return new Migration(rounds).run();
    }

    /** Whether what is stored can be read with a keyset; true also while there is nothing. */
    public boolean reads(Sealer sealer) {
        return new Transactions(rounds, ROUND_PATIENCE)
                .run(tx -> new Transactions.End<>(new KeysetCheck(tx, sealer).fits(), false));
    }

    public Store store(Sealer sealer) {
        return new JooqStore(waiting(), new Transactions(rounds, ROUND_PATIENCE), sealer);
    }

    /** What encrypts older texts anew after the keyset got another first key. */
    public Resealing resealing(Sealer sealer) {
        return new Resealing(new Transactions(rounds, ROUND_PATIENCE), sealer);
    }

    /** A store in which everything can be written, and nothing stays; to rehearse with. */
    public Store rehearsal(Sealer sealer) {
        return new JooqStore(waiting().forgotten(), new Transactions(rounds, ROUND_PATIENCE).forgotten(), sealer);
    }

    /** Connections for the scheduler's own tables. */
    public DataSource scheduling() {
        return rounds;
    }

    @Override
    public void close() {
        gestures.close();
        rounds.close();
    }

    private Transactions waiting() {
        return new Transactions(gestures, GESTURE_PATIENCE).in(room);
    }

    private static HikariConfig pool(String name, String url, String user, String password, int most) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(-1);
        config.setKeepaliveTime(KEPT_ALIVE_EVERY.toMillis());
        // what a process that stands still holds locked is let go soon after its leases end
        config.setConnectionInitSql(
                "set session innodb_lock_wait_timeout = 1, session wait_timeout = " + LONGEST_SILENCE.toSeconds());
        // before the driver asks how to write a backslash: another mode of the server's would change what is stored
        config.addDataSourceProperty("sessionVariables", "sql_mode='" + ServerCheck.MODE + "'");
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        config.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        config.addDataSourceProperty("characterEncoding", "UTF-8");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cacheServerConfiguration", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "8192");
        config.addDataSourceProperty("allowLoadLocalInfile", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
