package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Backstage.Turn;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F25: a server that is set up in another way. */
@Timeout(60)
class ForeignServerTest {
    private static final Account SAM = new Account("test", "T1", "U1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String HARD = "O'Neill \\ \"quoted\" 100% \\' -- ";
    private static final Sealer SEALER = Sealer.of(Sealer.generate());

    private final TestDatabases.Schema schema = TestDatabases.embedded(ForeignServerTest.class);

    @BeforeEach
    void migrate() {
        try (var database = Database.open(schema.jdbcUrl(), schema.user(), schema.password())) {
            database.migrate();
        }
    }

    @AfterEach
    void mend() throws SQLException {
        run("set global time_zone = 'SYSTEM'");
        run("set global sql_mode = default");
    }

    /** Whatever the server's own mode, what a member writes comes back as it was, and nothing is cut off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ANSI",
                "ANSI_QUOTES",
                "NO_BACKSLASH_ESCAPES",
                "PIPES_AS_CONCAT",
                "ORACLE",
                "MSSQL",
                "TRADITIONAL",
                "PAD_CHAR_TO_FULL_LENGTH",
                "EMPTY_STRING_IS_NULL",
                "NO_AUTO_VALUE_ON_ZERO,HIGH_NOT_PRECEDENCE,IGNORE_SPACE,REAL_AS_FLOAT"
            })
    void keepsWhatIsWrittenWhateverTheServersOwnMode(String mode) throws SQLException {
        var texts = IntStream.range(0, 9).mapToObj(each -> HARD + each).toList();
        try (var before = open()) {
            assertThat(before.problems()).noneMatch(problem -> problem.contains("sql_mode"));
            run("set global sql_mode = '" + mode + "'");
            try (var database = open()) {
                assertThat(database.problems()).noneMatch(problem -> problem.contains("sql_mode"));
                texts.forEach(text -> note(database.store(SEALER), text));
            }
        }
        run("set global sql_mode = default");
        try (var database = open()) {
            database.store(SEALER).look(SAM, notebook -> {
                assertThat(notebook.people().all().stream().map(Person::name))
                        .containsExactlyInAnyOrderElementsOf(texts);
                assertThat(notebook.meetings().all().stream().flatMap(meeting -> meeting.note().stream()))
                        .containsExactlyInAnyOrderElementsOf(texts);
                return "";
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STRICT_TRANS_TABLES", "NO_BACKSLASH_ESCAPES"})
    void isRefusedWithTheFixWhenAProxySetsAnotherMode(String mode) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session sql_mode = '" + mode + "'");
            assertThat(ServerCheck.problems(connection))
                    .anyMatch(problem ->
                            problem.contains("sql_mode is " + mode) && problem.contains("Let no proxy set it"));
        }
    }

    @Test
    void overridesTheModeThatTheAddressSets() {
        var address = schema.jdbcUrl() + (schema.jdbcUrl().contains("?") ? "&" : "?") + "sessionVariables=sql_mode=''";
        try (var database = Database.open(address, schema.user(), schema.password())) {
            assertThat(database.problems()).noneMatch(problem -> problem.contains("sql_mode"));
        }
    }

    @Test
    void isRefusedWithTheFixWhenATableCantHoldEveryCharacter() throws SQLException {
        run("alter table " + schema.name() + ".person modify name varchar(500) character set utf8mb3 not null");
        try (var database = open()) {
            assertThat(database.problems())
                    .anyMatch(problem -> problem.contains("alter table person convert to character set utf8mb4"));
        }
    }

    @Test
    void keepsInstantsWhateverTheServersOwnZone() throws SQLException {
        run("set global time_zone = '+05:00'");
        try (var database = open()) {
            assertThat(database.problems()).noneMatch(problem -> problem.contains("zone"));
            var store = database.store(SEALER);
            store.as(opening("turn on"), notebook -> {
                notebook.people().add("Zoe", Optional.empty(), false, LocalDate.of(2026, 3, 2));
                notebook.nudgeNext(Optional.of(LocalDate.of(2026, 3, 2)), Optional.of(NOON));
                return new Reply.Done(Message.of("Turned on."));
            });
            run("set global time_zone = 'SYSTEM'");
            try (var other = open()) {
                var turns = other.store(SEALER)
                        .<List<Turn>>backstage(backstage -> backstage.turns(Optional.empty(), NOON, 9));
                assertThat(turns).singleElement().satisfies(turn -> assertThat(turn.at())
                        .isEqualTo(NOON));
            }
        }
    }

    private Database open() {
        return Database.open(schema.jdbcUrl(), schema.user(), schema.password());
    }

    private static void note(Store store, String text) {
        store.as(opening(text), notebook -> {
            var person = notebook.people().add(text, Optional.empty(), false, LocalDate.of(2026, 3, 2));
            notebook.meetings()
                    .add(
                            person.id(),
                            LocalDate.of(2026, 3, 2),
                            Optional.empty(),
                            Optional.of(""),
                            Optional.of(text),
                            NOON);
            return new Reply.Done(Message.of("Added."));
        });
    }

    private static Opening opening(String gesture) {
        return new Opening(SAM, "", Optional.empty(), gesture, NOON, List.of());
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
