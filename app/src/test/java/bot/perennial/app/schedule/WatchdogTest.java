package bot.perennial.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import bot.perennial.app.operations.Metrics;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.Database;
import bot.perennial.db.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.SchedulerException;

/** F26: a tick that is gone, broken, late or far away is scheduled anew; one that breaks off comes again. */
@Timeout(60)
class WatchdogTest {
    private static final Tick TICK = new Tick("plan-0", Duration.ofSeconds(10), true, () -> 0);

    private final TestDatabases.Schema schema = TestDatabases.embedded(WatchdogTest.class);
    private final Database database = Database.open(schema.jdbcUrl(), schema.user(), schema.password());
    private final MovableTime time = new MovableTime("2026-03-02T12:00:00Z");
    private final Metrics metrics = new Metrics(new InMemoryStore(), time);
    private Schedule schedule;

    @BeforeEach
    void arrange() throws SchedulerException {
        database.migrate();
        schedule = new Schedule(database.scheduling(), List.of(TICK), metrics, time);
        schedule.arrange();
    }

    @AfterEach
    void close() {
        schedule.stop();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from QRTZ_SIMPLE_TRIGGERS; delete from QRTZ_TRIGGERS",
                "update QRTZ_TRIGGERS set TRIGGER_STATE = 'ERROR'",
                "update QRTZ_TRIGGERS set NEXT_FIRE_TIME = NEXT_FIRE_TIME - 600000",
                "update QRTZ_TRIGGERS set NEXT_FIRE_TIME = NEXT_FIRE_TIME + 3600000",
            })
    void schedulesATickAnew(String damage) throws SQLException {
        for (var statement : damage.split("; ", -1)) {
            run(statement);
        }
        schedule.watch();
        assertThat(ticking()).isEqualTo(1);
    }

    @Test
    void leavesATickAloneThatIsWell() throws SQLException {
        run("update QRTZ_TRIGGERS set DESCRIPTION = 'the same'");
        schedule.watch();
        assertThat(count("QRTZ_TRIGGERS where DESCRIPTION = 'the same'")).isEqualTo(1);
    }

    /** The clock was an hour fast when the tick was scheduled, and is right again. */
    @Test
    void schedulesATickAnewWhenTheClockWasSetBack() throws SQLException {
        time.pass(Duration.ofHours(-1));
        schedule.watch();
        assertThat(ticking()).isEqualTo(1);
    }

    @Test
    void isThereOnceHoweverOftenItIsArranged() throws SchedulerException, SQLException {
        schedule.arrange();
        schedule.watch();
        assertThat(count("QRTZ_TRIGGERS")).isEqualTo(1);
    }

    /** Processes that start at once on a new database. */
    @Test
    void isThereOnceWhenSeveralArrangeItAtOnce() throws Exception {
        for (var time = 0; time < 10; time++) {
            run("delete from QRTZ_SIMPLE_TRIGGERS");
            run("delete from QRTZ_TRIGGERS");
            run("delete from QRTZ_JOB_DETAILS");
            try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each : processes.invokeAll(Collections.nCopies(4, this::arranged))) {
                    each.get();
                }
            }
            assertThat(count("QRTZ_TRIGGERS")).isEqualTo(1);
        }
    }

    private String arranged() throws SchedulerException {
        schedule.arrange();
        return "arranged";
    }

    @Test
    void comesAgainAfterAnError() {
        var breaking = new Tick("deliver", Duration.ofSeconds(1), false, () -> {
            throw new NoClassDefFoundError("gone");
        });
        assertThatCode(() -> TickJob.run(breaking, metrics)).doesNotThrowAnyException();
        assertThat(metrics.text()).contains("outcome=\"failed\"");
    }

    private long ticking() throws SQLException {
        var now = time.millis();
        return count("QRTZ_TRIGGERS where TRIGGER_NAME = 'plan-0' and TRIGGER_STATE = 'WAITING'"
                + " and NEXT_FIRE_TIME between " + (now - 1000) + " and " + (now + 20_000));
    }

    private long count(String condition) throws SQLException {
        try (var connection = database.scheduling().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.scheduling().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
