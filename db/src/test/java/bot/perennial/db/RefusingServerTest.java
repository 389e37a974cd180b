package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F24 with servers that really refuse: what is not saved is said not to be, and it goes on as soon as they let it. */
@Timeout(120)
class RefusingServerTest {
    private static final Account SAM = new Account("test", "T1", "U1");
    private static final String NOT_SAVED = "Not saved";
    /** An account that a server may bind: ours of the embedded database may write whatever is forbidden to others. */
    private static final String BOUND = "bound";

    private final TestDatabases.Schema schema = TestDatabases.embedded(RefusingServerTest.class);
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private int gestures;

    @AfterEach
    void mend() throws SQLException {
        run("set global read_only = 0");
        run("set global max_allowed_packet = 16777216");
        run("drop user if exists " + BOUND + "@'127.0.0.1'");
    }

    @Test
    void isReadOnlyForAWhile() throws SQLException {
        bind("");
        try (var database = bound()) {
            database.migrate();
            var bot = bot(database);
            assertThat(say(bot, "/met Ana at PyCon")).contains("Ana");
            run("set global read_only = 1");
            assertThat(say(bot, "/met Ben at PyCon")).contains(NOT_SAVED, "/met Ben at PyCon");
            assertThat(known(database)).containsExactly("Ana");
            run("set global read_only = 0");
            assertThat(say(bot, "/met Ben at PyCon")).contains("Ben").doesNotContain(NOT_SAVED);
            assertThat(known(database)).containsExactlyInAnyOrder("Ana", "Ben");
        }
    }

    @Test
    void takesNoPacketOfThatSizeForAWhile() throws SQLException {
        var giant = "/met Ben - " + "\uD83E\uDD98".repeat(1900);
        try (var database = open()) {
            database.migrate();
            var bot = bot(database);
            assertThat(say(bot, "/met Ana - short")).contains("Ana");
            run("set global net_buffer_length = 4096, global max_allowed_packet = 5120");
            try (var fresh = open()) {
                var other = bot(fresh);
                assertThat(say(other, "/met Cleo - short")).contains("Cleo").doesNotContain(NOT_SAVED);
                assertThat(say(other, giant)).contains(NOT_SAVED);
                assertThat(known(fresh)).containsExactlyInAnyOrder("Ana", "Cleo");
                assertThat(say(other, "/met Dora - short")).contains("Dora").doesNotContain(NOT_SAVED);
            }
            run("set global net_buffer_length = 16384, global max_allowed_packet = 16777216");
            assertThat(say(bot, giant)).contains("Ben").doesNotContain(NOT_SAVED);
        }
    }

    @Test
    void hasNoConnectionLeftForAWhile() throws SQLException {
        bind(" with max_user_connections 3");
        try (var database = open()) {
            database.migrate();
        }
        var others = new ArrayList<Connection>();
        for (var each = 0; each < 3; each++) {
            others.add(DriverManager.getConnection(schema.jdbcUrl(), BOUND, BOUND));
        }
        try (var database = bound()) {
            var bot = bot(database);
            assertThat(say(bot, "/met Ben at PyCon")).contains(NOT_SAVED);
            for (var other : others) {
                other.close();
            }
            assertThat(say(bot, "/met Ben at PyCon")).contains("Ben").doesNotContain(NOT_SAVED);
        }
    }

    /** Whom Sam knows and has met. */
    private static List<String> known(Database database) {
        return database.store(TestStore.SEALER).look(SAM, notebook -> {
            var people = notebook.people().all();
            assertThat(notebook.meetings().all()).hasSameSizeAs(people);
            return people.stream().map(Person::name).toList();
        });
    }

    private void bind(String limits) throws SQLException {
        run("create or replace user " + BOUND + "@'127.0.0.1' identified by '" + BOUND + "'" + limits);
        var may = Stream.of("select", "insert", "update", "delete", "create", "drop", "references", "index", "alter")
                .map(what -> what + "_priv = 'Y'")
                .collect(Collectors.joining(", "));
        run("replace into mysql.db set host = '127.0.0.1', user = '" + BOUND + "', db = '" + schema.name() + "', "
                + may);
        run("flush privileges");
    }

    private Database open() {
        return Database.open(schema.jdbcUrl(), schema.user(), schema.password());
    }

    private Database bound() {
        return Database.open(schema.jdbcUrl(), BOUND, BOUND);
    }

    private Bot bot(Database database) {
        return new Bot(Commands.all(), database.store(TestStore.SEALER), time);
    }

    private String say(Bot bot, String line) {
        gestures++;
        var words = line.substring(1).split(" ", 2);
        var gesture = new Gesture(SAM, "g" + gestures, "Sam", Optional.of(ZoneId.of("UTC")), "");
        var rest = words.length == 1 ? List.<Token>of() : List.<Token>of(new Token.Text(words[1]));
        return switch (bot.typed(gesture, words[0], rest)) {
            case Reply.Done done -> done.message().text();
            case Reply.Refused refused -> refused.message().text();
            case Reply.Ask ask -> ask.form().title();
        };
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.user(), schema.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
