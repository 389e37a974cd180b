package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Postman;
import bot.perennial.core.message.Message;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Store;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F31: what is damaged in one member's rows stops nobody else. */
@Timeout(120)
class DamagedRowsTest {
    private static final int MEMBERS = 700;

    private final TestDatabases.Schema schema = TestDatabases.embedded(DamagedRowsTest.class);
    private final Database database = TestStore.open(schema);
    private final Store store = database.store(Sealer.of(Sealer.generate()));
    private final MovableTime time = new MovableTime(Crowd.NOON.toString());
    private final NudgeRound round = new NudgeRound(store, time);
    private Crowd crowd;

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = database.scheduling().getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of("member", "person", "meeting", "promise", "gesture", "letter", "pace")) {
                statement.execute("delete from " + table);
            }
            connection.commit();
        }
        crowd = new Crowd(schema, MEMBERS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zone_confirmed = 'Nowhere/Land'",
                "nudge_minute = 5000",
                "nudge_days = 0",
                "nudge_cap = 0",
                "pace = 'RUNNING'",
                "account = 'U '"
            })
    void ofAMemberStopNoOthersPlans(String damage) throws SQLException {
        crowd.run("update member set " + damage + " where member_id = 333");
        round.run();
        assertThat(crowd.count("letter")).isEqualTo(MEMBERS - 1);
        assertThat(round.damaged()).isEqualTo(1);
        for (var minutes = 0; minutes < 60; minutes += 5) {
            time.pass(Duration.ofMinutes(5));
            round.run();
        }
        assertThat(round.damaged()).as("parked").isEqualTo(5);
        assertThat(crowd.count("member where member_id = 333 and next_nudge_on = '2026-03-09'"))
                .isEqualTo(1);

        crowd.run("update member set zone_confirmed = null, nudge_minute = 720, nudge_days = 127, nudge_cap = 5,"
                + " pace = 'CHOSEN', account = 'U333' where member_id = 333");
        time.pass(Duration.ofDays(7));
        round.run();
        assertThat(crowd.count("letter where member_id = 333")).isEqualTo(1);
    }

    @Test
    void ofALetterStopNoOthersWords() throws SQLException {
        round.run();
        crowd.run("update member set zone_confirmed = 'Nowhere/Land' where member_id = 333");
        crowd.run("update letter set items = 'k 7' where member_id = 334");
        crowd.run("update letter set items = 'h 7 2026-03-02' where member_id = 335");
        crowd.run("insert into person (member_id, person_id, community_id, name, name_key, unsorted, added_on, times,"
                + " ways, resting, changed_by, rhythm) values (335, 7, 1, 'Ana', 'ana', false, '2026-03-01', 0, '',"
                + " false, 0, 'often')");
        var postman = new Postman(store, List.of(crowd), DamagedRowsTest::words, time);
        postman.deliverDue();
        postman.deliverDue();
        assertThat(crowd.received()).hasSize(MEMBERS - 3).doesNotContain("U333", "U334", "U335");
        assertThat(crowd.count("letter where state = 'FAILED'")).isEqualTo(1);
        for (var minutes = 0; minutes < 60; minutes += 5) {
            time.pass(Duration.ofMinutes(5));
            postman.deliverDue();
        }
        assertThat(postman.damaged()).isEqualTo(10);
        assertThat(crowd.count("letter where state = 'FAILED' and member_id in (333, 334, 335)"))
                .isEqualTo(3);
    }

    private static Optional<Message> words(Letter letter, Outbox.Page page, Instant now) {
        return NudgeWords.compose(letter, page, now).or(() -> Optional.of(Message.of("Hello.")));
    }
}
