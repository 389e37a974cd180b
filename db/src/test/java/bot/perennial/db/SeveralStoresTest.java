package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Postman;
import bot.perennial.core.duty.Rota;
import bot.perennial.core.message.Message;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.store.Backstage.Draft;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several processes on one database, each with a store of its own. */
@Timeout(120)
class SeveralStoresTest {
    private static final int MEMBERS = 6000;

    static List<TestDatabases.Schema> servers() {
        return TestDatabases.all(SeveralStoresTest.class);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void bringEachLetterOnce(TestDatabases.Schema schema) throws Exception {
        try (var first = TestStore.open(schema);
                var second = TestStore.open(schema);
                var third = TestStore.open(schema)) {
            var crowd = new Crowd(schema, MEMBERS);
            var sealer = Sealer.of(Sealer.generate());
            var stores = List.of(first.store(sealer), second.store(sealer), third.store(sealer));
            Crowd.together(stores.stream()
                    .<Callable<Integer>>map(store -> new NudgeRound(store, () -> Crowd.NOON)::run)
                    .toList());
            assertThat(crowd.count("letter")).isEqualTo(MEMBERS);
            Crowd.together(stores.stream()
                    .<Callable<Integer>>map(store -> postman(store, crowd)::deliverDue)
                    .toList());
            assertThat(crowd.received()).hasSize(MEMBERS).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void giveEachPartToOneOnly(TestDatabases.Schema schema) throws Exception {
        try (var first = TestStore.open(schema);
                var second = TestStore.open(schema);
                var third = TestStore.open(schema)) {
            var sealer = Sealer.of(Sealer.generate());
            var rotas = Stream.of(first, second, third)
                    .map(database ->
                            new Rota(database.store(sealer), "walk", "at " + database.hashCode(), () -> Crowd.NOON))
                    .toList();
            for (var time = 0; time < 20; time++) {
                Crowd.together(rotas.stream()
                        .<Callable<Integer>>map(rota -> () -> taken(rota))
                        .toList());
                assertThat(rotas.stream().flatMap(rota -> rota.look(7).parts().stream()))
                        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
            }
            assertThat(rotas.stream().map(rota -> rota.look(7).parts().size())).containsExactlyInAnyOrder(3, 3, 1);
        }
    }

    private static int taken(Rota rota) {
        var shift = rota.look(7);
        shift.surplus().forEach(rota::giveBack);
        return shift.parts().size();
    }

    /** Even two that have drawn the same number lose nothing. */
    @ParameterizedTest
    @MethodSource("servers")
    void writeAnewWhatHasTheIdOfAnothersLetter(TestDatabases.Schema schema) throws Exception {
        try (var database = TestStore.open(schema)) {
            var crowd = new Crowd(schema, 100);
            var rounds = new Transactions(database.scheduling(), Duration.ofSeconds(9));
            var sealer = Sealer.of(Sealer.generate());
            for (var half : List.of(List.of(1, 50), List.of(51, 100))) {
                var ids = new Ids(7);
                var drafts = IntStream.rangeClosed(half.getFirst(), half.getLast())
                        .mapToObj(member -> new Draft(member, Letter.Kind.STARTER, "2026-03-02", Crowd.NOON, List.of()))
                        .toList();
                rounds.run(tx -> {
                    new JooqBackstage(tx, ids, sealer).write(drafts, List.of());
                    return new Transactions.End<>(drafts, true);
                });
            }
            assertThat(crowd.count("letter")).isEqualTo(100);
        }
    }

    private static Postman postman(Store store, Crowd crowd) {
        return new Postman(
                store, List.of(crowd), (letter, page, now) -> Optional.of(Message.of("Hello.")), () -> Crowd.NOON);
    }

    @Test
    void drawIdsThatGrow() {
        var ids = new Ids();
        var drawn = IntStream.range(0, 5000)
                .mapToLong(each -> ids.next(Crowd.NOON.plusMillis(each / 40)))
                .boxed()
                .toList();
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
        assertThat(drawn.getFirst()).isGreaterThanOrEqualTo(Ids.earliest(Crowd.NOON));
    }
}
