package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import bot.perennial.db.testing.TestDatabases.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many rows and index entries planning reads, by the server's own count: it must not depend on what is not due. */
class PlanningReadsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant SOON_AFTER = NOON.plusSeconds(5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int MEMBERS = 600;
    private static final int OTHERS = 12_000;
    private static final int DUE = 3;
    /** Where a batch's claim ends, and where its last range does. */
    private static final int ENDS = 6;

    static List<Schema> servers() {
        return TestDatabases.all(PlanningReadsTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void areAStepForEachMemberAndWhatIsDue(Schema schema) throws SQLException {
        TestStore.open(schema).close();
        try (var counted = new CountedReads(schema)) {
            populate(counted, 60);
            var finding = found(counted, store(counted));
            // one step each to the member, to who is due and to what was promised
            assertThat(finding).isBetween((DUE + 3L) * MEMBERS, (DUE + 3L) * MEMBERS + 2 * ENDS);

            populate(counted, 200);
            assertThat(found(counted, store(counted)))
                    .as("with more people who are not due")
                    .isEqualTo(finding);

            counted.reads();
            assertThat(new NudgeRound(store(counted), () -> SOON_AFTER).run()).isEqualTo(MEMBERS);
            assertThat(counted.reads())
                    .as("with what each did since the last nudge, and the member written")
                    .isLessThanOrEqualTo(finding + 4L * MEMBERS + 2 * ENDS);
        }
    }

    /** With a thousand ids in one list, MariaDB makes a table of it and reads everybody's people. */
    @ParameterizedTest
    @MethodSource("servers")
    void areRefusedForMoreMembersThanAServerLooksUpOneByOne(Schema schema) {
        try (var database = TestStore.open(schema)) {
            var store = database.store(TestStore.SEALER);
            var tooMany = LongStream.rangeClosed(0, Backstage.BATCH).boxed().collect(Collectors.toSet());
            assertThatThrownBy(() -> store.backstage(backstage -> backstage.due(tooMany, MONDAY)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.backstage(backstage -> backstage.touched(tooMany, NOON)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.backstage(backstage -> backstage.withNobody(tooMany)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** An index keeps the entries of those who were moved on for a while; beginning anew would step over all of them. */
    @ParameterizedTest
    @MethodSource("servers")
    void goOnWhereTheLastBatchEnded(Schema schema) throws SQLException {
        try (var database = TestStore.open(schema);
                var counted = new CountedReads(schema)) {
            populate(counted, 1);
            var watched = new WatchedConnections(database.scheduling());
            var transactions = new Transactions(watched.watched(), Duration.ofSeconds(10));
            new NudgeRound(new JooqStore(transactions, transactions, TestStore.SEALER), () -> SOON_AFTER).run();
            var claims = watched.trips().stream()
                    .filter(trip -> trip.contains("skip locked"))
                    .toList();
            assertThat(claims).hasSize(3);
            assertThat(claims.get(0)).doesNotContain("member_id` > ");
            assertThat(claims.get(1)).contains("member_id` > " + Backstage.BATCH);
            assertThat(claims.get(2)).as("another pass, for whom others held").doesNotContain("member_id` > ");
        }
    }

    /** What finding out who and what is due reads, as a round does it, in a transaction for each batch. */
    private static long found(CountedReads counted, Store store) throws SQLException {
        counted.reads();
        var after = Optional.<Backstage.Place>empty();
        var found = new HashMap<Long, Integer>();
        while (found.size() < MEMBERS) {
            var from = after;
            var turns = store.<List<Backstage.Turn>>backstage(backstage -> {
                var batch = backstage.turns(from, SOON_AFTER, Backstage.BATCH);
                var ids = batch.stream().map(turn -> turn.member().id()).collect(Collectors.toSet());
                backstage.due(ids, MONDAY).forEach((member, items) -> found.put(member, items.size()));
                assertThat(backstage.withNobody(Set.of())).isEmpty();
                return batch;
            });
            after = Optional.of(turns.getLast().place());
        }
        assertThat(found.values()).containsOnly(DUE);
        return counted.reads();
    }

    /** Everybody has two people and a promise due, others later, and stored two things since yesterday's nudge. */
    private static void populate(CountedReads counted, int people) throws SQLException {
        for (var table : List.of("member", "person", "promise", "gesture", "letter")) {
            counted.run("delete from " + table);
        }
        counted.run("insert into member select n, 7, 'test', 'T1', concat('U', n), '', 'UTC', null, true, 127, 720, 3,"
                + " false, null, true, null, 1, 0, '2026-03-01', '2026-03-01 12:00:00', 0, 'CHOSEN', null, false, null,"
                + " '2026-03-02', '2026-03-02 12:00:00', null from (" + numbers(MEMBERS) + ") as numbers");
        counted.run(
                "insert into member select member_id + n * 1000, 7, 'test', 'T1', concat('V', n, account), '', 'UTC',"
                        + " null, true, 127, 720, 3, false, null, true, null, 1, 0, null, null, 0, 'CHOSEN', null, false, null,"
                        + " '2026-03-03', '2026-03-03 12:00:00', null from member, (" + numbers(OTHERS / MEMBERS)
                        + ") as numbers");
        counted.run("insert into person select member_id, n, 7, 'Dana', ' dana', null, null, null, false, '2026-01-01',"
                + " null, null, null, 0, null, '', null, null, null, null, date_add('2026-03-01', interval if(n < 3, 1,"
                + " n + 1) day), false, 0 from member, (" + numbers(people) + ") as numbers where member_id <= "
                + MEMBERS
                + " or n <= 5");
        counted.run("insert into promise select member_id, n, 7, 1, date_add('2026-03-01', interval if(n = 1, 1, n + 1)"
                + " day), 'SHARE', null, '2026-01-01', null, 0 from member, (" + numbers(5) + ") as numbers");
        counted.run("insert into gesture select member_id, " + Ids.earliest(NOON.minusSeconds(9)) + " + n, 7,"
                + " unhex(left(sha2(n, 256), 32)), '2026-03-02 11:59:55', '2026-03-03 11:59:55', false, null, null"
                + " from member, (" + numbers(2) + ") as numbers");
        counted.run("analyze table member, person, promise, gesture");
    }

    private static String numbers(int most) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(number -> "select " + number + " as n")
                .collect(Collectors.joining(" union all "));
    }

    private static Store store(CountedReads counted) {
        var transactions = new Transactions(counted.source(), Duration.ofSeconds(10));
        return new JooqStore(transactions, transactions, TestStore.SEALER);
    }
}
