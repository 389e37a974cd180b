package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.Cable;
import bot.perennial.db.testing.TestDatabases;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many gestures in the same moment, far more than there are connections. */
@Timeout(60)
class BurstTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int GESTURES = 500;
    private static final Duration IN_TIME = Duration.ofMillis(2500);

    private final TestDatabases.Schema schema = TestDatabases.embedded(BurstTest.class);
    private final Cable cable = new Cable(port(schema.jdbcUrl()));
    private final Database database = Database.open(
            schema.jdbcUrl().replace(":" + port(schema.jdbcUrl()) + "/", ":" + cable.port() + "/"),
            schema.user(),
            schema.password());
    private final Store store = database.store(Sealer.of(Sealer.generate()));

    /** What a gesture was told, and when. */
    private record Told(boolean saved, Duration after) {}

    @BeforeEach
    void migrate() {
        database.migrate();
        IntStream.range(GESTURES, GESTURES + 50).forEach(this::saved); // a process has rehearsed before it is ready
    }

    @AfterEach
    void close() {
        database.close();
        cable.close();
    }

    /** On a line on which their work takes longer than anybody would wait for a connection. */
    @Test
    void isStoredWholeWhileOthersAreServed() throws Exception {
        cable.delay(Duration.ofMillis(4));
        assertThat(burst()).allMatch(Told::saved);
        cable.mend();
        assertThat(IntStream.range(0, GESTURES).filter(gesture -> names(gesture).size() == 1))
                .hasSize(GESTURES);
    }

    @Test
    void isToldInTimeThatNothingWasSavedWhenTheServerIsDown() throws Exception {
        cable.pull();
        assertThat(burst()).noneMatch(Told::saved).allMatch(told -> told.after().compareTo(IN_TIME) < 0);
    }

    @Test
    void isToldInTimeThatNothingWasSavedWhenEverythingIsSwallowed() throws Exception {
        cable.swallow();
        assertThat(burst()).noneMatch(Told::saved).allMatch(told -> told.after().compareTo(IN_TIME.plusSeconds(1)) < 0);
        cable.mend();
    }

    private List<Told> burst() throws Exception {
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = threads.invokeAll(IntStream.range(0, GESTURES)
                    .<Callable<Told>>mapToObj(
                            gesture -> () -> new Told(saved(gesture), Duration.ofNanos(System.nanoTime() - begun)))
                    .toList());
            return told.stream().map(each -> each.resultNow()).toList();
        }
    }

    private boolean saved(int gesture) {
        var opening = new Opening(member(gesture), "", Optional.empty(), "g" + gesture, NOON, List.of());
        try {
            var reply = store.as(opening, notebook -> {
                notebook.people().add("Dana", Optional.empty(), false, LocalDate.of(2026, 3, 2));
                return new Reply.Done(Message.of("Added Dana."));
            });
            return reply instanceof Reply.Done;
        } catch (Store.NotSaved refused) {
            return false;
        }
    }

    private List<String> names(int gesture) {
        return store.<List<String>>look(member(gesture), notebook -> notebook.people().all().stream()
                .map(person -> person.name())
                .toList());
    }

    private static Account member(int gesture) {
        return new Account("test", "T1", "U" + gesture);
    }

    private static int port(String address) {
        return URI.create(address.substring("jdbc:".length())).getPort();
    }
}
