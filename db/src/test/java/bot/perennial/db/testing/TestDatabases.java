package bot.perennial.db.testing;

import bot.perennial.db.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Real databases for tests: one embedded server for the whole run, and the server that was named, if one was. */
public final class TestDatabases {
    /** A database of its own on some server: empty, and nobody else's. */
    public record Schema(String server, String name, String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return server;
        }
    }

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern ADDRESS = Pattern.compile("(jdbc:mysql://[^/?]+/?)([^?]*)(.*)");

    private TestDatabases() {}

    /** A fresh schema on the embedded server, which the first caller starts. */
    public static Schema embedded(Class<?> test) {
        var server = Shared.SERVER;
        return fresh("embedded", test, server.jdbcUrl(), server.user(), server.password());
    }

    /** The same on a server that from here on keeps what it confirmed, as the bot demands of one that it serves from. */
    public static Schema kept(Class<?> test) {
        var schema = embedded(test);
        run(schema.jdbcUrl(), schema.user(), schema.password(), "SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        return schema;
    }

    /** A fresh schema on the server that PERENNIAL_TEST_DATABASE_URL names. */
    public static Optional<Schema> named(Class<?> test) {
        return Optional.ofNullable(System.getenv("PERENNIAL_TEST_DATABASE_URL"))
                .filter(address -> !address.isBlank())
                .map(address -> fresh(
                        "named",
                        test,
                        address,
                        parameter(address, "user").orElse("root"),
                        parameter(address, "password").orElse("")));
    }

    /** One schema on each server there is. */
    public static List<Schema> all(Class<?> test) {
        var schemas = new ArrayList<>(List.of(embedded(test)));
        named(test).ifPresent(schemas::add);
        return List.copyOf(schemas);
    }

    private static Schema fresh(String server, Class<?> test, String address, String user, String password) {
        var name = "test_%d_%d_%s"
                .formatted(
                        ProcessHandle.current().pid(),
                        COUNT.incrementAndGet(),
                        test.getSimpleName().toLowerCase(Locale.ROOT));
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an address of MySQL: " + address.replaceAll("\\?.*", ""));
        }
        var start = parts.group(1).endsWith("/") ? parts.group(1) : parts.group(1) + "/";
        run(
                start + parts.group(3),
                user,
                password,
                "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
        return new Schema(server, name, start + name + parts.group(3), user, password);
    }

    private static Optional<String> parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static void run(String url, String user, String password, String statement) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException trouble) {
            throw new IllegalStateException("The test database refused: " + statement, trouble);
        }
    }

    private static final class Shared {
        static final EmbeddedDatabase SERVER = started();

        private static EmbeddedDatabase started() {
            var server = EmbeddedDatabase.startThrowAway(Path.of("target", "test-database"), progress -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            dropOld(server);
            return server;
        }

        private static void dropOld(EmbeddedDatabase server) {
            try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                    var question = connection.createStatement();
                    var old = question.executeQuery("SHOW DATABASES LIKE 'test\\_%'")) {
                while (old.next()) {
                    run(server.jdbcUrl(), server.user(), server.password(), "DROP DATABASE " + old.getString(1));
                }
            } catch (SQLException trouble) {
                throw new IllegalStateException("The test database does not answer", trouble);
            }
        }
    }
}
