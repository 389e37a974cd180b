package bot.perennial.db.testing;

import bot.perennial.core.people.Account;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** What is stored of one member, byte by byte, for comparing before and after. */
public final class Rows {
    private static final List<String> NOTES = List.of("member", "person", "meeting", "promise", "letter");

    private Rows() {}

    public static String of(Schema schema, Account owner) {
        return notesOf(schema, owner) + "\n" + of(schema, owner, List.of("gesture"));
    }

    /** Without what is remembered about gestures themselves. */
    public static String notesOf(Schema schema, Account owner) {
        return of(schema, owner, NOTES);
    }

    private static String of(Schema schema, Account owner, List<String> tables) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password())) {
            var rows = new StringJoiner("\n");
            var member = member(connection, owner);
            for (var table : tables) {
                add(connection, "select * from " + table + " where member_id = " + member + " order by 1, 2", rows);
            }
            return rows.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("The test database can't be read", e);
        }
    }

    private static long member(Connection connection, Account owner) throws SQLException {
        try (var question = connection.prepareStatement(
                "select member_id from member where platform = ? and workspace = ? and account = ?")) {
            question.setString(1, owner.platform());
            question.setString(2, owner.workspace());
            question.setString(3, owner.user());
            try (var answer = question.executeQuery()) {
                return answer.next() ? answer.getLong(1) : 0;
            }
        }
    }

    private static void add(Connection connection, String question, StringJoiner rows) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            var columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                var row = new StringJoiner(" ");
                for (var column = 1; column <= columns; column++) {
                    var bytes = answer.getBytes(column);
                    row.add(bytes == null ? "-" : HexFormat.of().formatHex(bytes));
                }
                rows.add(row.toString());
            }
        }
    }
}
