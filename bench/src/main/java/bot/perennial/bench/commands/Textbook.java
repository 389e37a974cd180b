package bot.perennial.bench.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code /met} as one writes it by the book, in plain JDBC, a statement for each thing to be known or written. The short
 * form keeps none of the promises: a gesture that arrives twice counts twice, and nothing can be undone.
 */
final class Textbook {
    private static final AtomicLong IDS = new AtomicLong(1L << 61);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDateTime NOW = TODAY.atTime(9, 0);
    private static final byte[] PLACE = bytes(40);
    private static final byte[] NOTE = bytes(100);
    private static final byte[] ANSWER = bytes(900);
    private static final String BEFORE = "x".repeat(700);

    private final DataSource pool;

    Textbook(DataSource pool) {
        this.pool = pool;
    }

    void met(Keys keys) throws SQLException {
        try (var connection = pool.getConnection()) {
            var member = number(
                    connection,
                    "select member_id, community_id, name, zone_hint, nudge_on from member"
                            + " where platform = ? and workspace = ? and account = ?",
                    "bench",
                    "T1",
                    keys.account());
            write(connection, keys, member, IDS.incrementAndGet());
            connection.commit();
        }
    }

    /** With the gesture's key, its answer and what was there before, as the product promises. */
    void metWithPromises(Keys keys) throws SQLException {
        try (var connection = pool.getConnection()) {
            var member = number(
                    connection,
                    "select member_id, community_id, name, zone_hint, nudge_on from member"
                            + " where platform = ? and workspace = ? and account = ? for update",
                    "bench",
                    "T1",
                    keys.account());
            var request = new byte[16];
            ThreadLocalRandom.current().nextBytes(request);
            number(
                    connection,
                    "select gesture_id, answer from gesture where member_id = ? and request = ?",
                    member,
                    request);
            number(
                    connection,
                    "select promise_id, due_on, kind, about from promise"
                            + " where member_id = ? and person_id = ? and closed_on is null",
                    member,
                    keys.person());
            var gesture = IDS.incrementAndGet();
            write(connection, keys, member, gesture);
            change(
                    connection,
                    "insert into gesture (member_id, gesture_id, community_id, request, made_at, kept_until, undone,"
                            + " answer, previous) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    member,
                    gesture,
                    1L,
                    request,
                    NOW,
                    NOW.plusDays(1),
                    false,
                    ANSWER,
                    BEFORE);
            connection.commit();
        }
    }

    private static void write(Connection connection, Keys keys, long member, long gesture) throws SQLException {
        var person = number(
                connection,
                "select person_id, name, times, last_on, rhythm, next_on from person"
                        + " where member_id = ? and name_key = ?",
                member,
                " " + Population.name(keys).toLowerCase(java.util.Locale.ROOT));
        change(
                connection,
                "insert into meeting (member_id, meeting_id, community_id, person_id, met_on, how, place, note,"
                        + " they_helped, helped_them, logged_at, log_id, changed_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                member,
                IDS.incrementAndGet(),
                1L,
                person,
                TODAY,
                null,
                PLACE,
                NOTE,
                false,
                false,
                NOW,
                gesture,
                gesture);
        change(
                connection,
                "update person set times = times + 1, last_on = ?, logged_at = ?, changed_by = ?"
                        + " where member_id = ? and person_id = ?",
                TODAY,
                NOW,
                gesture,
                member,
                person);
    }

    /** The first number of the first row; zero when there is none. */
    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var found = 0L;
            while (rows.next()) {
                found = rows.getLong(1);
                for (var column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                    rows.getObject(column);
                }
            }
            return found;
        }
    }

    private static void change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Nothing was written");
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
