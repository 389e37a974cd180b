package bot.perennial.core.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.store.Paces.Pace;
import bot.perennial.core.store.Store;
import bot.perennial.core.testing.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Line LINE = new Line("slack/T1", ofMillis(50), ofMillis(25));
    private static final Way WAY = new Way(LINE, 1);

    private final Store store = new InMemoryStore();

    @Test
    void lieApartAndNoFurtherAheadThanAProcessShouldTake() {
        var steady = new Way(new Line("discord", ofMillis(20), ofMillis(20)), 1);
        List<Instant> taken = at(NOON, turns -> all(turns, steady));
        assertThat(taken).hasSize(101).startsWith(NOON, NOON.plusMillis(20)).endsWith(NOON.plusSeconds(2));
    }

    @Test
    void areSharedByAllProcesses() {
        var steady = new Way(new Line("discord", ofMillis(20), ofMillis(20)), 1);
        var all = new ArrayList<Instant>();
        for (var second = 0; second < 10; second++) {
            for (var process = 0; process < 3; process++) {
                var now = NOON.plusSeconds(second).plusMillis(process);
                all.addAll(this.<List<Instant>>at(now, turns -> all(turns, steady)));
            }
        }
        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(all).hasSizeBetween(550, 552).last().isEqualTo(NOON.plusSeconds(11));
    }

    @Test
    void takeAsLongAsTheirRequests() {
        at(NOON, turns -> turns.take(new Way(LINE, 2)));
        Optional<Instant> next = at(NOON, turns -> turns.take(WAY));
        assertThat(next).contains(NOON.plusMillis(100));
    }

    @Test
    void recoverUpToTheFastest() {
        for (var second = 0; second < 30; second++) {
            at(NOON.plusSeconds(second), turns -> all(turns, WAY));
        }
        assertThat(pace().apart()).isEqualTo(ofMillis(25));
    }

    @Test
    void areQueuedBehindEachOther() {
        at(NOON, turns -> all(turns, WAY));
        Instant first = at(NOON, turns -> turns.queue(WAY));
        Instant second = at(NOON, turns -> turns.queue(new Way(LINE, 2)));
        Instant third = at(NOON, turns -> turns.queue(WAY));
        assertThat(first).isBetween(NOON.plusSeconds(1), NOON.plusMillis(1050));
        assertThat(Duration.between(first, second)).isEqualTo(pace().apart());
        assertThat(Duration.between(second, third)).isEqualTo(pace().apart().multipliedBy(2));
    }

    @Test
    void waitUntilTheLineIsOpenAgainAndThenComeSlower() {
        at(NOON, turns -> {
            turns.close(LINE, ofSeconds(30));
            turns.close(LINE, ofSeconds(10)); // of several answers to what was under way only one counts
            return turns.take(WAY);
        });
        assertThat(pace().closedUntil()).isEqualTo(NOON.plusSeconds(30));
        assertThat(pace().apart()).isEqualTo(ofMillis(100));
        Optional<Instant> meanwhile = at(NOON.plusSeconds(27), turns -> turns.take(WAY));
        assertThat(meanwhile).isEmpty();
        Optional<Instant> soon = at(NOON.plusSeconds(29), turns -> turns.take(WAY));
        assertThat(soon).contains(NOON.plusSeconds(30));
        Optional<Instant> next = at(NOON.plusSeconds(29), turns -> turns.take(WAY));
        assertThat(next).contains(NOON.plusMillis(30_100));
    }

    @Test
    void neverGetSlowerThanOneASecond() {
        for (var minute = 0; minute < 9; minute++) {
            at(NOON.plusSeconds(60L * minute), turns -> {
                turns.close(LINE, ofSeconds(30));
                return turns;
            });
        }
        assertThat(pace().apart()).isEqualTo(ofSeconds(1));
    }

    private static List<Instant> all(Turns turns, Way way) {
        var taken = new ArrayList<Instant>();
        for (var turn = turns.take(way); turn.isPresent(); turn = turns.take(way)) {
            taken.add(turn.get());
        }
        return taken;
    }

    private <T> T at(Instant now, Function<Turns, T> work) {
        return store.backstage(backstage -> {
            var turns =
                    Turns.on(List.of(LINE, new Line("discord", ofMillis(20), ofMillis(20))), backstage.paces(), now);
            var result = work.apply(turns);
            turns.keep(backstage.paces());
            return result;
        });
    }

    private Pace pace() {
        return store.<Optional<Pace>>backstage(backstage -> Optional.ofNullable(
                        backstage.paces().look(Set.of(LINE.name())).get(LINE.name())))
                .orElseThrow();
    }
}
