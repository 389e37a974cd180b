package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that stands still, as a stopped or frozen machine does, in the middle of a transaction. */
@Timeout(60)
class StandstillTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static List<Schema> servers() {
        return TestDatabases.all(StandstillTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsNoOtherFromTakingOverWhatItDoesNotHold(Schema schema) throws SQLException {
        try (var database = TestStore.open(schema);
                var still = database.scheduling().getConnection();
                var statement = still.createStatement()) {
            var store = database.store(Sealer.of(Sealer.generate()));
            for (var user : List.of("U1", "U2")) {
                plan(store, user);
            }
            claim(store, NOON);
            statement.execute("select letter_id from letter order by letter_id limit 1 for update");

            store.<Integer>backstage(backstage -> backstage.outbox().recover(NOON.plusSeconds(60)));
            assertThat(claim(store, NOON.plusSeconds(60))).hasSize(1);
            still.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void keepsNobodyFromLooking(Schema schema) throws SQLException {
        try (var database = TestStore.open(schema);
                var still = database.scheduling().getConnection();
                var statement = still.createStatement()) {
            var store = database.store(Sealer.of(Sealer.generate()));
            plan(store, "U1");
            statement.execute("select letter_id from letter for update");
            var seen = store.<Integer>look(new Account("test", "T1", "U1"), notebook -> notebook.letters()
                    .latest(Letter.Kind.PROMISE, 9)
                    .size());
            assertThat(seen).isOne();
            still.rollback();
        }
    }

    /** Else what it holds would stay held for hours: its machine still answers for the connection. */
    @ParameterizedTest
    @MethodSource("servers")
    void isCutOffByTheServerBeforeItsLeasesEnd(Schema schema) throws SQLException {
        try (var database = TestStore.open(schema);
                var connection = database.scheduling().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select @@session.wait_timeout")) {
            row.next();
            assertThat(row.getInt(1)).isBetween(60, 120);
        }
    }

    private static void plan(Store store, String user) {
        var opening =
                new Opening(new Account("test", "T1", user), "Sam", Optional.empty(), "g" + user, NOON, List.of());
        store.as(opening, notebook -> {
            notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of());
            return new Reply.Done(Message.of("Planned."));
        });
    }

    private static List<Letter> claim(Store store, Instant now) {
        return store.backstage(backstage -> backstage.outbox().claim(now, now.plusSeconds(60), 9));
    }
}
