package bot.perennial.bench;

import bot.perennial.bench.measure.Counter;
import bot.perennial.bench.measure.Processors;
import bot.perennial.db.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The server to measure on: the one that was named, or an embedded one, which keeps what it confirms as in service. */
public final class Server implements AutoCloseable {
    private static final Pattern NAMED =
            Pattern.compile("(jdbc:mysql://(?:127\\.0\\.0\\.1|localhost)[^/?]*/)[^?]*(.*)");

    private final Address address;
    private final String schema;
    private final Optional<Long> process;
    private final Optional<Path> folder;
    private final Runnable end;

    private Server(Address address, String schema, Optional<Long> process, Optional<Path> folder, Runnable end) {
        this.address = address;
        this.schema = schema;
        this.process = process;
        this.folder = folder;
        this.end = end;
    }

    public static Server embedded(Path folder) {
        return embedded(EmbeddedDatabase.start(folder, progress -> {}), folder);
    }

    private static Server embedded(EmbeddedDatabase database, Path folder) {
        return new Server(
                new Address(database.jdbcUrl(), database.user(), database.password()),
                "perennial",
                database.server().map(ProcessHandle::pid),
                Optional.of(folder),
                database::close);
    }

    /** A server on this machine, of which one schema is used and each time made anew. */
    public static Server named(String url) throws SQLException {
        var parts = NAMED.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an address of MySQL on this machine");
        }
        var user = parameter(url, "user").orElse("root");
        var password = parameter(url, "password").orElse("");
        var whole = new Address(parts.group(1) + parts.group(2), user, password);
        var schema = "perennial_bench";
        try (var connection = whole.connect()) {
            make(connection, schema);
            return new Server(
                    new Address(parts.group(1) + schema + parts.group(2), user, password),
                    schema,
                    process(connection),
                    Optional.empty(),
                    () -> {});
        }
    }

    /** An empty schema, in place of the one before. */
    public Address fresh() throws SQLException {
        try (var connection = address.connect()) {
            make(connection, schema);
        }
        return address;
    }

    /**
     * A server that may hold several schemas, to be closed by the caller: this one, or where it lets the product make one
     * only, another that keeps what it confirms, too.
     */
    public Server several() throws SQLException {
        if (folder.isEmpty()) {
            return this;
        }
        var beside = folder.get().resolveSibling(folder.get().getFileName() + "-several");
        var server = embedded(EmbeddedDatabase.startThrowAway(beside, progress -> {}), beside);
        try (var connection = server.address.connect();
                var statement = connection.createStatement()) {
            statement.execute("set global innodb_flush_log_at_trx_commit = 1");
        }
        return server;
    }

    /** An empty schema for each number, in place of the one before. */
    public Address fresh(int number) throws SQLException {
        var beside = schema + "_" + number;
        try (var connection = address.connect()) {
            make(connection, beside);
        }
        return new Address(
                address.url().replaceFirst("/" + schema + "(?=\\?|$)", "/" + beside),
                address.user(),
                address.password());
    }

    public Processors processors() {
        return Processors.of(process);
    }

    /** The connection is the caller's to close. */
    public Counter counter(Connection connection) {
        return new Counter(connection);
    }

    /** What the server calls itself. */
    public String version() throws SQLException {
        return asked("select version()").contains("MariaDB")
                ? "MariaDB " + asked("select version()").replaceFirst("-.*", "")
                : "MySQL " + asked("select version()").replaceFirst("-.*", "");
    }

    public String asked(String question) throws SQLException {
        try (var connection = address.connect()) {
            return asked(connection, question);
        }
    }

    @Override
    public void close() {
        end.run();
    }

    private static void make(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + schema);
            statement.execute("create database " + schema + " character set utf8mb4 collate utf8mb4_unicode_520_ci");
        }
    }

    private static Optional<Long> process(Connection connection) throws SQLException {
        var file = Path.of(asked(connection, "select @@datadir")).resolve(asked(connection, "select @@pid_file"));
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String asked(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Optional<String> parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
