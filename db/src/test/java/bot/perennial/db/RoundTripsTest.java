package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often gestures and rounds go to the database, and how little it has to read for them. */
class RoundTripsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Who DANA = new Who.Named("Dana Ortiz");
    private static final int MEMBERS = Backstage.BATCH;

    static List<Schema> servers() {
        return TestDatabases.all(RoundTripsTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areFewForGestures(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var watched = new WatchedConnections(database.scheduling());
            var store = store(watched);
            gesture(
                    store,
                    "U1",
                    "first",
                    notebook -> log(
                            notebook,
                            notebook.people()
                                    .add("Dana Ortiz", Optional.empty(), false, MONDAY)
                                    .id()));
            assertThat(watched.trips()).as("the first log ever").hasSize(6);

            gesture(store, "U1", "met", notebook -> log(notebook, dana(notebook)));
            assertThat(watched.trips()).as("a log").hasSize(5);

            gesture(store, "U1", "moved", notebook -> {
                notebook.people().hellos(MONDAY, MONDAY.plusDays(30));
                log(notebook, dana(notebook));
            });
            assertThat(watched.trips()).as("a log that places a hello").hasSize(6);

            gesture(store, "U1", "followup", notebook -> notebook.promises()
                    .add(dana(notebook), MONDAY.plusDays(4), Promise.Kind.SHARE, Optional.of("article"), MONDAY));
            assertThat(watched.trips()).as("a promise").hasSize(4);

            gesture(store, "U1", "pressed", notebook -> notebook.promises()
                    .openWith(dana(notebook))
                    .forEach(promise -> notebook.promises().save(promise.closed(MONDAY))));
            assertThat(watched.trips()).as("a promise kept").hasSize(4);

            gesture(store, "U1", "pressed", notebook -> log(notebook, dana(notebook)));
            assertThat(watched.trips()).as("the same again").hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areAHandfulForFiveHundredMembers(Schema schema) throws Exception {
        try (var database = TestStore.open(schema)) {
            var watched = new WatchedConnections(database.scheduling());
            var store = store(watched);
            for (var number = 0; number < MEMBERS; number++) {
                gesture(store, "U" + number, "start " + number, notebook -> {
                    var person = notebook.people().add("Dana Ortiz", Optional.empty(), false, MONDAY);
                    var monthly = new Rhythm(Period.ofMonths(1));
                    notebook.people().save(person.with(Keeping.NONE.every(monthly, MONDAY, MONDAY, MONDAY)));
                    notebook.promises().add(person.id(), MONDAY, Promise.Kind.SHARE, Optional.empty(), MONDAY);
                    notebook.nudgeNext(Optional.of(MONDAY), Optional.of(NOON));
                    for (var other = 0; other < 20; other++) {
                        notebook.people().add("Not due " + other, Optional.empty(), false, MONDAY);
                        var later = MONDAY.plusDays(100 + other);
                        notebook.promises().add(person.id(), later, Promise.Kind.SHARE, Optional.empty(), MONDAY);
                    }
                });
            }
            watched.trips();

            plan(store);
            var planning = watched.trips();
            assertThat(planning).as("planning").hasSize(7);
            var sent = deliver(store, watched);
            assertThat(sent).isEqualTo(MEMBERS);

            try (var connection = database.scheduling().getConnection()) {
                var tx = DSL.using(connection, SQLDialect.DEFAULT);
                tx.execute("analyze table member, person, promise");
                for (var statement : planning.stream()
                        .filter(trip -> trip.contains("force index"))
                        .toList()) {
                    for (var step : tx.fetch("explain format=traditional " + statement)) {
                        var plan = step.intoMap().entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                                        entry -> String.valueOf(entry.getValue())));
                        assertThat(plan.get("type")).as(plan.toString()).isIn("range", "ref");
                        assertThat(plan.get("key")).isIn("nudge", "hello", "due", "PRIMARY");
                        if ("hello".equals(plan.get("key")) && "SIMPLE".equals(plan.get("select_type"))) {
                            assertThat(plan.get("key_len")).isIn("12", "13");
                        }
                        if ("due".equals(plan.get("key"))) {
                            assertThat(plan.get("key_len")).isEqualTo("15");
                        }
                    }
                }
            }
        }
    }

    private static void plan(Store store) {
        store.backstage(backstage -> {
            var turns = backstage.turns(Optional.empty(), NOON, MEMBERS);
            var ids = turns.stream().map(turn -> turn.member().id()).collect(Collectors.toSet());
            var due = backstage.due(ids, MONDAY);
            backstage.touched(ids, NOON.minus(Duration.ofDays(7)));
            backstage.write(
                    turns.stream()
                            .map(turn -> new Backstage.Draft(
                                    turn.member().id(),
                                    Letter.Kind.NUDGE,
                                    "2026-03-02",
                                    NOON,
                                    due.getOrDefault(turn.member().id(), List.of())))
                            .toList(),
                    turns.stream()
                            .map(turn -> new Backstage.Turned(
                                    turn.member(),
                                    Optional.of(MONDAY.plusDays(1)),
                                    Optional.of(NOON.plus(Duration.ofDays(1)))))
                            .toList());
            assertThat(due).hasSize(MEMBERS);
            return Set.of();
        });
    }

    private static int deliver(Store store, WatchedConnections watched) {
        var lease = NOON.plusSeconds(60);
        var claimed = store.backstage(backstage -> backstage.outbox().claim(NOON, lease, MEMBERS));
        assertThat(watched.trips()).as("claiming").hasSize(4);
        var sending = store.backstage(backstage -> backstage.outbox().sending(claimed, NOON));
        assertThat(watched.trips()).as("marking").hasSize(3);
        var pages =
                store.backstage(backstage -> new HashMap<>(backstage.outbox().pages(sending)));
        assertThat(watched.trips()).as("composing").hasSize(5);
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.matters()).hasSize(2));
        var settled = IntStream.range(0, sending.size())
                .mapToObj(number -> new Settled(sending.get(number), new Outcome.Sent("m" + number, Optional.empty())))
                .toList();
        store.backstage(backstage -> {
            backstage.outbox().settle(settled, NOON);
            return Set.of();
        });
        assertThat(watched.trips()).as("settling").hasSize(3);
        return sending.size();
    }

    private static Store store(WatchedConnections watched) {
        var transactions = new Transactions(watched.watched(), Duration.ofSeconds(10));
        return new JooqStore(transactions, transactions, Sealer.of(Sealer.generate()));
    }

    private static void gesture(Store store, String user, String key, Consumer<Notebook> work) {
        var opening = new Opening(new Account("test", "T1", user), "Sam", Optional.empty(), key, NOON, List.of(DANA));
        store.as(opening, notebook -> {
            work.accept(notebook);
            return new Reply.Done(Message.of("Noted."));
        });
    }

    private static long dana(Notebook notebook) {
        return notebook.people().named(DANA).getFirst().id();
    }

    private static void log(Notebook notebook, long id) {
        var dana = notebook.people().find(id).orElseThrow();
        notebook.promises().openWith(id);
        notebook.meetings().add(id, MONDAY, Optional.empty(), Optional.of("Blue Bottle"), Optional.of("visa"), NOON);
        notebook.people().save(dana.with(dana.contact().logged(MONDAY, Optional.empty(), NOON)));
    }
}
