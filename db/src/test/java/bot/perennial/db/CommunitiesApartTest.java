package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Store;
import bot.perennial.core.testing.EveryGesture;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Communities can be kept on different servers: no gesture touches two, and no query of a round joins them. */
class CommunitiesApartTest {
    private static final Account SAM = new Account("test", "home", "sam");
    private static final Account KIM = new Account("test", "elsewhere", "kim");
    private static final Account MIA = new Account("test", "home", "mia");
    private static final Pattern PRIVATE = Pattern.compile("\\b(person|meeting|promise|gesture|letter|member)\\b");

    private final MovableTime time = new MovableTime("2026-03-02T07:00:00Z");

    static List<Schema> servers() {
        return TestDatabases.all(CommunitiesApartTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areNeverMixedByAGesture(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var watched = new WatchedConnections(database.scheduling());
            var store = store(watched);
            var bot = new Bot(Commands.all(), store, time);
            var every = EveryGesture.of(bot, time, SAM, MIA, 5);
            EveryGesture.of(bot, time, KIM, KIM, 5);
            var mine = Long.toString(id(store, SAM));
            var theirs = Long.toString(id(store, KIM));
            var statements = 0;
            for (var line : every.lines()) {
                watched.trips();
                bot.pressed(every.gesture(SAM), line);
                for (var trip : watched.trips()) {
                    if (PRIVATE.matcher(trip).find()) {
                        statements++;
                        assertThat(trip).as(line).doesNotContain(theirs).doesNotContain(KIM.workspace());
                        assertThat(trip.contains(mine) || trip.contains(SAM.workspace()))
                                .as("%s says whose rows it means: %s", line, trip)
                                .isTrue();
                    }
                }
            }
            assertThat(statements).isGreaterThan(200);
        }
    }

    /** Members of several communities that share a server are planned together, but each by rows of their own alone. */
    @ParameterizedTest
    @MethodSource("servers")
    void areNotJoinedByARound(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var watched = new WatchedConnections(database.scheduling());
            var store = store(watched);
            var bot = new Bot(Commands.all(), store, time);
            for (var account : List.of(SAM, KIM)) {
                var every = EveryGesture.of(bot, time, account, account, 1);
                bot.pressed(every.gesture(account), "/nudge settings on:on");
                bot.pressed(every.gesture(account), "/followup Dana tomorrow");
            }
            time.pass(Duration.ofDays(2));
            watched.trips();
            assertThat(new NudgeRound(store, time).run()).isPositive();
            assertThat(watched.trips().stream()
                            .filter(trip -> trip.matches(
                                    "(?is).*\\b(from|update|into)\\s+`?(person|promise|meeting|gesture)\\b.*")))
                    .isNotEmpty()
                    .allSatisfy(trip -> assertThat(trip).containsIgnoringCase("member_id"));
        }
    }

    private static Store store(WatchedConnections watched) {
        var transactions = new Transactions(watched.watched(), Duration.ofSeconds(10));
        return new JooqStore(transactions, transactions, Sealer.of(Sealer.generate()));
    }

    private static long id(Store store, Account account) {
        return store.look(account, Notebook::member).id();
    }
}
