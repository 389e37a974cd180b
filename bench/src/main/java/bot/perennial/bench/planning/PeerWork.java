package bot.perennial.bench.planning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** What a job for one member does in the peers: reads the member and who is due, writes the letter, and commits. */
final class PeerWork {
    private final DataSource pool;
    private final LocalDate day;
    private final String due;
    private final AtomicLong letters = new AtomicLong();

    PeerWork(DataSource pool, LocalDate day, Instant due) {
        this.pool = pool;
        this.day = day;
        this.due = Population.text(due);
    }

    void plan(long member) throws SQLException {
        try (var connection = pool.getConnection()) {
            var community = community(connection, member);
            var items = items(connection, member);
            try (var letter = connection.prepareStatement(
                    "insert into letter (letter_id, member_id, community_id, kind, due_key, due_at, ready_at, items,"
                            + " state, attempts, fence, remark, changed_by)"
                            + " values (?, ?, ?, 'NUDGE', ?, ?, ?, ?, 'PLANNED', 0, 0, '', 0)")) {
                letter.setLong(1, letters.incrementAndGet());
                letter.setLong(2, member);
                letter.setLong(3, community);
                letter.setString(4, day.toString());
                letter.setString(5, due);
                letter.setString(6, due);
                letter.setString(7, items);
                letter.executeUpdate();
            }
            connection.commit();
        }
    }

    private static long community(Connection connection, long member) throws SQLException {
        try (var statement = connection.prepareStatement("select * from member where member_id = ?")) {
            statement.setLong(1, member);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong("community_id");
            }
        }
    }

    private String items(Connection connection, long member) throws SQLException {
        var items = new StringBuilder();
        try (var statement = connection.prepareStatement(
                "select person_id, next_on from person where member_id = ? and next_on <= ? and resting = false")) {
            statement.setLong(1, member);
            statement.setObject(2, day);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.append("h ")
                            .append(rows.getLong(1))
                            .append(' ')
                            .append(rows.getString(2))
                            .append(',');
                }
            }
        }
        return items.toString();
    }
}
