package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F23 and F24: deadlocks and lock waits that end are tried again, unseen; what is refused is said to be. */
@Timeout(60)
class ContentionTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int GESTURES = 400;
    private static final Sealer SEALER = Sealer.of(Sealer.generate());

    private final TestDatabases.Schema schema = TestDatabases.embedded(ContentionTest.class);
    private int injected;

    @ParameterizedTest
    @ValueSource(ints = {1213, 1205})
    void isSeenByNobodyAtFivePercent(int error) {
        System.out.println("perennial.seed=" + SEED);
        var random = new Random(SEED);
        try (var database = TestStore.open(schema)) {
            var store =
                    store(database, error, "40001", () -> random.nextInt(100) < 2); // of about three statements each
            IntStream.range(0, GESTURES).forEach(gesture -> add(store, gesture));
            assertThat(injected).isGreaterThan(GESTURES / 50);
            var people = database.store(SEALER)
                    .<Integer>look(member(), notebook -> notebook.people().all().size());
            assertThat(people).isEqualTo(GESTURES);
        }
    }

    @Test
    void isGivenUpAfterThreeMoreTries() {
        try (var database = TestStore.open(schema)) {
            var store = store(database, 1213, "40001", () -> true);
            assertThatThrownBy(() -> add(store, 0)).isInstanceOf(Store.NotSaved.class);
            assertThat(injected).isEqualTo(4);
        }
    }

    /** F24: read-only, full, out of connections, a packet too large, in that order. */
    @ParameterizedTest
    @CsvSource({
        "1290, HY000",
        "1792, 25006",
        "1114, HY000",
        "1021, HY000",
        "1040, 08004",
        "1203, 42000",
        "1226, 42000",
        "1153, 08S01"
    })
    void isSaidHonestlyOfAServerThatRefuses(int error, String state) {
        try (var database = TestStore.open(schema)) {
            for (var statement = 1; statement <= 3; statement++) {
                var left = new AtomicInteger(statement);
                var store = store(database, error, state, () -> left.decrementAndGet() == 0);
                assertThatThrownBy(() -> add(store, 1)).isInstanceOf(Store.NotSaved.class);
            }
            var people = database.store(SEALER)
                    .<Integer>look(member(), notebook -> notebook.people().all().size());
            assertThat(people).isZero();
        }
    }

    private static void add(Store store, int gesture) {
        var opening = new Opening(member(), "", Optional.empty(), "g" + gesture, NOON, List.of());
        store.as(opening, notebook -> {
            notebook.people().add("Person " + gesture, Optional.empty(), false, LocalDate.of(2026, 3, 2));
            return new Reply.Done(Message.of("Added."));
        });
    }

    private static Account member() {
        return new Account("test", "T1", "U1");
    }

    private Store store(Database database, int error, String state, BooleanSupplier now) {
        var connections = broken(DataSource.class, database.scheduling(), () -> {
            if (now.getAsBoolean()) {
                injected++;
                throw new SQLException("injected", state, error);
            }
        });
        var transactions = new Transactions(connections, Duration.ofSeconds(20));
        return new JooqStore(transactions, transactions, SEALER);
    }

    /** What may happen before each statement. */
    @FunctionalInterface
    private interface Mishap {
        void happen() throws SQLException;
    }

    private static <T> T broken(Class<T> type, Object target, Mishap mishap) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().startsWith("execute")) {
                        mishap.happen();
                    }
                    try {
                        var answer = method.invoke(target, values);
                        if (answer instanceof PreparedStatement) {
                            return broken(PreparedStatement.class, answer, mishap);
                        }
                        return answer instanceof Connection ? broken(Connection.class, answer, mishap) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
