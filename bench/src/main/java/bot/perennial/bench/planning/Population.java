package bot.perennial.bench.planning;

import bot.perennial.bench.Address;
import bot.perennial.bench.Communities;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Members in the product's own tables, many rows to a statement: each with people of whom a few are due today. */
record Population(Address address, Instant due) {
    static final int HELLOS_DUE = 2;
    static final int PROMISES_DUE = 1;

    private static final int PROMISES = 5;
    private static final int MEMBERS_AT_ONCE = 1000;
    private static final int MEMBERS_OF_A_COMMUNITY = 200;
    private static final int THREADS = 2;

    /** Makes members with ids from here on, none of whom is due yet. */
    void make(int first, int members, int people) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var parts = new ArrayList<Callable<Integer>>();
            for (var from = first; from < first + members; from += MEMBERS_AT_ONCE) {
                var start = from;
                var end = Math.min(first + members, from + MEMBERS_AT_ONCE);
                parts.add(() -> make(start, end, people, end - start));
            }
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        }
    }

    /** Makes some members due now, as though their last nudge had been yesterday's, and forgets what was planned. */
    void expect(int first, int members) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            empty(statement);
            for (var from = first; from < first + members; from += MEMBERS_AT_ONCE) {
                statement.execute("update member set next_nudge_on = '" + day() + "', next_nudge_at = '" + text(due)
                        + "', nudged_on = '" + day().minusDays(1) + "', nudged_at = '"
                        + text(due.minus(1, ChronoUnit.DAYS)) + "', nudges = 7, untouched = 0, pace = 'CHOSEN' where"
                        + " member_id between " + from + " and "
                        + (Math.min(first + members, from + MEMBERS_AT_ONCE) - 1));
            }
        }
    }

    /** MariaDB's own reckoning of how full tables are, after so many rows, may keep it waiting too long. */
    private static void empty(Statement statement) throws SQLException {
        for (var more = 20; ; more--) {
            try {
                statement.execute("truncate table letter");
                return;
            } catch (SQLTransientException busy) {
                if (more == 0) {
                    throw busy;
                }
            }
        }
    }

    LocalDate day() {
        return LocalDate.ofInstant(due, ZoneOffset.UTC);
    }

    private int make(int from, int end, int people, int members) throws SQLException {
        try (var connection = address.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            members(connection, from, end);
            people(connection, from, end, people);
            promises(connection, from, end);
            gestures(connection, from, end);
            connection.commit();
        }
        return members;
    }

    private void members(Connection connection, int from, int end) throws SQLException {
        var rows = IntStream.range(from, end)
                .mapToObj(id -> {
                    var workspace = "T" + id / MEMBERS_OF_A_COMMUNITY;
                    return "(%d, %d, 'bench', '%s', 'U%d', 'Member %d', 'UTC', null, true, 127, 540, 3, false, null, true, null, 7, 0, null, null, 0, 'CHOSEN', null, false, null, null, null)"
                            .formatted(id, Communities.id("bench", workspace), workspace, id, id);
                })
                .collect(Collectors.joining(", "));
        run(
                connection,
                "insert into member (member_id, community_id, platform, workspace, account, name, zone_hint,"
                        + " zone_confirmed, nudge_on, nudge_days, nudge_minute, nudge_cap, monday_note, paused_until,"
                        + " offered, turned_on_on, nudges, starters, nudged_on, nudged_at, untouched, pace, back_on,"
                        + " told_unreachable, unreachable_since, next_nudge_on, next_nudge_at) values " + rows);
    }

    private void people(Connection connection, int from, int end, int people) throws SQLException {
        run(
                connection,
                "insert into person (member_id, person_id, community_id, name, name_key, unsorted, added_on, times,"
                        + " last_on, ways, logged_at, rhythm, chosen_on, ideal_on, next_on, resting, changed_by)"
                        + " select member_id, member_id * 4096 + n, community_id, concat('Dana Ortiz ', n),"
                        + " concat(' dana ortiz ', n), false, '2026-01-05', 3, '2026-01-20', 'CALL,COFFEE',"
                        + " '2026-01-20 09:00:00', 'P1M', '2026-01-05', '" + day() + "', date_add('" + day()
                        + "', interval if(n < " + HELLOS_DUE + ", -n, 1 + n) day), false, 0" + from(from, end, people));
    }

    private void promises(Connection connection, int from, int end) throws SQLException {
        run(
                connection,
                "insert into promise (member_id, promise_id, community_id, person_id, due_on, kind, about, made_on,"
                        + " closed_on, changed_by) select member_id, member_id * 4096 + n, community_id,"
                        + " member_id * 4096 + n, date_add('" + day() + "', interval if(n < " + PROMISES_DUE
                        + ", 0, 1 + n) day), 'SHARE', null, '2026-01-05', null, 0" + from(from, end, PROMISES));
    }

    /** One since yesterday, by which the nudges go on as chosen. */
    private void gestures(Connection connection, int from, int end) throws SQLException {
        var at = "'" + text(due.minus(1, ChronoUnit.HOURS)) + "'";
        run(
                connection,
                "insert into gesture (member_id, gesture_id, community_id, request, made_at, kept_until, undone)"
                        + " select member_id, (timestampdiff(second, '2026-01-01', " + at + ") * 1000 div 128) << 20,"
                        + " community_id, unhex(left(sha2(member_id, 256), 32)), " + at + ", date_add(" + at
                        + ", interval 35 day), false" + from(from, end, 1));
    }

    private static String from(int from, int end, int each) {
        var numbers = IntStream.range(0, each)
                .mapToObj(number -> "select " + number + " as n")
                .collect(Collectors.joining(" union all "));
        return " from member join (" + numbers + ") as numbers where member_id between " + from + " and " + (end - 1)
                + " order by member_id, n";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String text(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ');
    }
}
