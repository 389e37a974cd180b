package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.Cable;
import bot.perennial.db.testing.Cable.Moment;
import bot.perennial.db.testing.TestDatabases;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P1, P2 and P4 on a bad line: what is said to be saved is, what is said not to be is not. */
@Timeout(60)
class TroubleTest {
    private static final Account SAM = new Account("test", "T1", "U1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(2500);
    private static final String COMMIT = "commit";

    private final TestDatabases.Schema schema = TestDatabases.embedded(TroubleTest.class);
    private final Cable cable = new Cable(port(schema.jdbcUrl()));
    private final Database database = open();
    private final Store store = database.store(TestStore.SEALER);
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void migrate() {
        database.migrate();
        add("before", "Ana");
    }

    @AfterEach
    void close() {
        database.close();
        cable.close();
    }

    /** A statement's words are sent once for each connection. */
    @ParameterizedTest
    @ValueSource(strings = {"for update", "`person`", "`gesture` ("})
    void savesNothingWhenCutBeforeTheEnd(String words) {
        try (var fresh = open()) {
            savesNothingWhenCutAt(words, fresh.store(TestStore.SEALER));
        }
    }

    @Test
    void savesNothingWhenCutBeforeTheCommit() {
        savesNothingWhenCutAt(COMMIT, store);
    }

    private void savesNothingWhenCutAt(String words, Store by) {
        cable.cutAt(words, Moment.BEFORE);
        assertThatThrownBy(() -> add(by, SAM, "g", "Dana")).isInstanceOf(Store.NotSaved.class);
        assertThat(names()).containsExactly("Ana");
        assertThat(add(by, SAM, "g", "Dana")).startsWith("Added Dana");
        assertThat(names()).containsExactly("Ana", "Dana");
    }

    @Test
    void learnsThatItWasSavedWhenTheAnswerToACommitIsLost() {
        cable.cutAt(COMMIT, Moment.AFTER);
        assertThat(add("g", "Dana")).isEqualTo("Added Dana in run 2");
        assertThat(names()).containsExactly("Ana", "Dana");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItCannotTellWhenNobodyCanBeAsked(Moment moment) {
        cable.pullAt(COMMIT, moment);
        assertThatThrownBy(() -> add("g", "Dana")).isInstanceOf(Store.PerhapsSaved.class);
        cable.mend();
        var again =
                switch (moment) {
                    case BEFORE -> "Added Dana in run 3";
                    case AFTER -> "Added Dana in run 2";
                };
        assertThat(add("g", "Dana")).isEqualTo(again);
        assertThat(names()).containsExactly("Ana", "Dana");
    }

    @Test
    void answersInTimeThatNothingIsSavedWhileEverythingIsSwallowed() {
        cable.swallow();
        for (var attempt = 0; attempt < 3; attempt++) {
            var begun = System.nanoTime();
            assertThatThrownBy(() -> add("g", "Dana")).isInstanceOf(Store.NotSaved.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        }
        cable.mend();
        assertThat(add("g", "Dana")).startsWith("Added Dana");
        assertThat(names()).containsExactly("Ana", "Dana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U1", "somebody new"})
    void neverSaysNotSavedOfACommitThatIsStillOnItsWay(String user) {
        var owner = new Account("test", "T1", user);
        cable.swallowAt(COMMIT);
        assertThatThrownBy(() -> add(store, owner, "g", "Dana")).isInstanceOf(Store.PerhapsSaved.class);
        cable.mend();
        assertThat(add(store, owner, "g", "Dana")).startsWith("Added Dana");
        assertThat(names(owner)).containsOnlyOnce("Dana");
    }

    @Test
    void isBackAsSoonAsTheServerIs() {
        cable.pull();
        assertThatThrownBy(() -> add("g", "Dana")).isInstanceOf(Store.NotSaved.class);
        assertThat(database.problems()).singleElement().asString().startsWith("The database can't be reached.");
        cable.mend();
        assertThat(add("g", "Dana")).startsWith("Added Dana");
        assertThat(database.problems()).noneMatch(problem -> problem.contains("reached"));
    }

    @Test
    void hasConnectionsForGesturesWhileRoundsAndTheSchedulerHoldAllTheirs() throws Exception {
        var held = new ArrayList<java.sql.Connection>();
        try {
            for (var each = 0; each < 6; each++) {
                held.add(database.scheduling().getConnection());
            }
            assertThat(add("g", "Dana")).startsWith("Added Dana");
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private Database open() {
        return Database.open(
                schema.jdbcUrl().replace(":" + port(schema.jdbcUrl()) + "/", ":" + cable.port() + "/"),
                schema.user(),
                schema.password());
    }

    private String add(String gesture, String name) {
        return add(store, SAM, gesture, name);
    }

    private String add(Store by, Account owner, String gesture, String name) {
        var reply = by.as(new Opening(owner, "", Optional.empty(), gesture, NOON, List.of()), notebook -> {
            notebook.people().add(name, Optional.empty(), false, LocalDate.of(2026, 3, 2));
            return new Reply.Done(Message.of("Added " + name + " in run " + runs.incrementAndGet()));
        });
        return ((Reply.Done) reply).message().text();
    }

    private List<String> names() {
        return names(SAM);
    }

    private List<String> names(Account owner) {
        return store.<List<String>>look(
                owner,
                notebook -> notebook.people().all().stream().map(Person::name).toList());
    }

    private static int port(String address) {
        return URI.create(address.substring("jdbc:".length())).getPort();
    }
}
