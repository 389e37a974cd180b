package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often whole commands go to the database, the commit included. */
class CommandTripsTest {
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private int gestures;

    static List<Schema> servers() {
        return TestDatabases.all(CommandTripsTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areFew(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var watched = new WatchedConnections(database.scheduling());
            var transactions = new Transactions(watched.watched(), Duration.ofSeconds(10));
            var store = new JooqStore(transactions, transactions, Sealer.of(Sealer.generate()));
            var bot = new Bot(Commands.all(), store, time);

            say(bot, "/met Dana Ortiz at PyCon - likes jazz #fintech");
            watched.trips();
            say(bot, "/met Dana Ortiz at Blue Bottle - moving to fintech in May");
            assertThat(watched.trips()).as("a log").size().isLessThanOrEqualTo(5);

            say(bot, "/met Dana Ortiz at Acme next:2w");
            assertThat(watched.trips()).as("a log with a promise").size().isLessThanOrEqualTo(6);

            say(bot, "/followup Dana Ortiz every 8 weeks");
            assertThat(watched.trips())
                    .as("a rhythm, which moves the nudge")
                    .size()
                    .isLessThanOrEqualTo(6);

            var logged = say(bot, "/met Dana Ortiz how:call - she moved");
            assertThat(watched.trips()).as("a log that moves the nudge").size().isLessThanOrEqualTo(6);

            say(bot, "/followup Dana Ortiz fri - send the visa article kind:share");
            assertThat(watched.trips()).as("a promise").size().isLessThanOrEqualTo(5);

            press(bot, logged, "They helped me");
            assertThat(watched.trips()).as("a pressed button").size().isLessThanOrEqualTo(5);

            press(bot, logged, "Not yet");
            assertThat(watched.trips())
                    .as("a button that changes nothing")
                    .size()
                    .isLessThanOrEqualTo(4);

            say(bot, "/people dana ortiz");
            assertThat(watched.trips()).as("a card").size().isLessThanOrEqualTo(6);

            say(bot, "/people find jazz");
            assertThat(watched.trips()).as("a search").size().isLessThanOrEqualTo(6);

            bot.complete(gesture(), "met", "who", "da");
            assertThat(watched.trips()).as("a completion").size().isLessThanOrEqualTo(3);
        }
    }

    private Message say(Bot bot, String line) {
        time.pass(Duration.ofMinutes(5));
        var reply = bot.pressed(gesture(), line);
        assertThat(reply).as(line).isInstanceOf(Reply.Done.class);
        return ((Reply.Done) reply).message();
    }

    private void press(Bot bot, Message message, String label) {
        var line = message.buttons().stream()
                .filter(button -> button.label().equals(label))
                .map(Control.Button::line)
                .findFirst()
                .orElseThrow();
        say(bot, line);
    }

    private Gesture gesture() {
        gestures++;
        return new Gesture(
                new Account("test", "T1", "U1"), "trip-" + gestures, "Sam", Optional.of(ZoneId.of("UTC")), "");
    }
}
