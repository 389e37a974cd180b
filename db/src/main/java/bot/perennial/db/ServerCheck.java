package bot.perennial.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a server is one the bot can rely on. */
final class ServerCheck {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    /** The mode that sessions set for themselves; all that both kinds of server know of strictness. */
    static final String MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private static final Set<String> KNOWN = Set.of(MODE.split(",", -1));

    private static final int ACCESS_DENIED = 1045;
    private static final int DATABASE_DENIED = 1044;
    private static final int DATABASE_UNKNOWN = 1049;

    private ServerCheck() {}

    static List<String> problems(Connection connection) throws SQLException {
        var problems = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version(), @@session.sql_mode, @@session.time_zone,"
                        + " @@session.character_set_connection, @@innodb_flush_log_at_trx_commit, database()")) {
            row.next();
            var version = row.getString(1);
            if (!recent(version)) {
                problems.add("The database server is version " + version
                        + ". Use MySQL 8.4 or newer, or MariaDB 10.11 or newer.");
            }
            if (!Set.of(row.getString(2).split(",", -1)).equals(KNOWN)) {
                problems.add(
                        "The session's sql_mode is " + row.getString(2) + ", with which texts may be changed or cut"
                                + " off. Let no proxy set it: the bot sets " + MODE + ".");
            }
            if (!row.getString(3).equals("+00:00") && !row.getString(3).equals("UTC")) {
                problems.add("The session's time zone is " + row.getString(3)
                        + ". Take sessionVariables and time zones out of PERENNIAL_DATABASE_URL.");
            }
            if (!row.getString(4).equals("utf8mb4")) {
                problems.add("The connection's character set is " + row.getString(4)
                        + ". Take characterEncoding out of PERENNIAL_DATABASE_URL.");
            }
            if (row.getInt(5) != 1) {
                problems.add("The database server may lose the last second in a power cut."
                        + " Set innodb_flush_log_at_trx_commit=1.");
            }
            if (row.getString(6) == null) {
                problems.add("PERENNIAL_DATABASE_URL names no database. Put its name after the last slash.");
            }
        }
        problems.addAll(narrowTables(connection));
        connection.rollback();
        return problems;
    }

    static String unreachable(SQLException thrown) {
        return switch (Trouble.withoutWords(thrown).getErrorCode()) {
            case ACCESS_DENIED, DATABASE_DENIED ->
                "The database server refuses this user or password. Check PERENNIAL_DATABASE_USER and _PASSWORD.";
            case DATABASE_UNKNOWN ->
                "The database does not exist. Create it: create database perennial character set utf8mb4;";
            default -> "The database can't be reached. Check that it runs, and PERENNIAL_DATABASE_URL.";
        };
    }

    private static List<String> narrowTables(Connection connection) throws SQLException {
        var problems = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select distinct table_name from information_schema.columns"
                        + " where table_schema = database() and character_set_name in ('utf8mb3', 'utf8', 'latin1')")) {
            while (row.next()) {
                problems.add("The table " + row.getString(1) + " can't hold every character."
                        + " Convert it: alter table " + row.getString(1) + " convert to character set utf8mb4;");
            }
        }
        return problems;
    }

    private static boolean recent(String version) {
        var numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return false;
        }
        var major = Integer.parseInt(numbers.group(1));
        var minor = Integer.parseInt(numbers.group(2));
        return version.toLowerCase(Locale.ROOT).contains("mariadb")
                ? major > 10 || (major == 10 && minor >= 11)
                : major > 8 || (major == 8 && minor >= 4);
    }
}
