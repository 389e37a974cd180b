package bot.perennial.bench.instances;

import bot.perennial.bench.Address;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Members of one database, who can be made due again and again, at noon of wherever that is. */
record Crowd(Address address, int members) {
    private static final int NOON = 12;
    private static final List<String> TABLES = List.of("member", "person", "meeting", "promise", "gesture");
    private static final String OPEN = "letter where state in ('PLANNED', 'CLAIMED', 'SENDING')";

    /** Takes over everybody from another schema on the same server. */
    void copy(String schema) throws SQLException {
        for (var table : TABLES) {
            run("insert into " + table + " select * from " + schema + "." + table);
        }
    }

    /** Everybody's nudge is due now, as though the last had been yesterday's, and no letter has been written yet. */
    void expect() throws SQLException {
        var offset = NOON - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        var zone = "Etc/GMT" + (offset > 0 ? "-" : "+") + Math.abs(offset); // whose signs are the wrong way round
        var day = LocalDate.now(ZoneOffset.ofHours(offset));
        run("truncate table letter");
        run(
                "update pace set next_at = utc_timestamp(6), queued_at = utc_timestamp(6), closed_until = utc_timestamp(6)");
        run("update person set next_on = '" + day.minusDays(1) + "'");
        run("update promise set due_on = '" + day.minusDays(1) + "'");
        run("update member set zone_confirmed = '" + zone
                + "', nudges = 7, untouched = 0, pace = 'CHOSEN', nudged_on = '"
                + day.minusDays(1) + "', nudged_at = utc_timestamp(3) - interval 1 day, next_nudge_on = '" + day
                + "', next_nudge_at = utc_timestamp(3)");
    }

    boolean begun() throws SQLException {
        return count("letter") > 0;
    }

    boolean done() throws SQLException {
        return count("letter") >= members && count(OPEN) == 0;
    }

    long inState(String state) throws SQLException {
        return count("letter where state = '" + state + "'");
    }

    private long count(String rows) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
