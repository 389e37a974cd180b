package bot.perennial.db;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Many members of one community, each due to be asked whom to begin with, and the courier who writes down what they get. */
final class Crowd implements Courier {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Schema schema;
    private final List<String> received = new ArrayList<>();

    Crowd(Schema schema, int members) throws SQLException {
        this.schema = schema;
        run("insert into member (member_id, community_id, platform, workspace, account, name, nudge_on, nudge_days,"
                + " nudge_minute, nudge_cap, monday_note, offered, turned_on_on, nudges, starters, untouched, pace,"
                + " told_unreachable, next_nudge_on, next_nudge_at)"
                + " with recursive number (n) as (select 1 union all select n + 1 from number where n < " + members
                + ") select n, 1, 'test', 'T1', concat('U', n), 'Sam', true, 127, 720, 5, false, true, '2026-03-01', 0,"
                + " 0, 0, 'CHOSEN', false, '2026-03-02', '2026-03-02 12:00:00' from number");
    }

    void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute("set session cte_max_recursion_depth = 100000");
            statement.execute(sql);
        } catch (SQLException e) {
            try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                    var statement = connection.createStatement()) {
                statement.execute("set session max_recursive_iterations = 100000"); // as MariaDB calls it
                statement.execute(sql);
            }
        }
    }

    long count(String condition) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Does all of it at the same time. */
    static void together(List<Callable<Integer>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
        }
    }

    synchronized List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.empty();
    }

    @Override
    public synchronized Delivery deliver(Account to, Message message, String key) {
        received.add(to.user());
        return new Delivery.Sent(key);
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }
}
