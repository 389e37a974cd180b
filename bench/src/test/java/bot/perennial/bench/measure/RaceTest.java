package bot.perennial.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final Processors PROCESSORS =
            Processors.of(Optional.of(ProcessHandle.current().pid()));

    @Test
    void givesEveryVariantASliceInEachCycle() throws Exception {
        var threads = ConcurrentHashMap.<Integer>newKeySet();
        var standings = new Race(PROCESSORS, 3, 2, Duration.ZERO, 1)
                .run(List.of(new Variant("one", threads::add), new Variant("other", thread -> Thread.onSpinWait())));

        assertThat(threads).isEqualTo(Set.of(0, 1, 2));
        assertThat(standings.of("one").slices()).hasSize(2).allMatch(slice -> slice.operations() > 0);
        assertThat(standings.of("other").operations())
                .isEqualTo(standings.of("other").latencies().getTotalCount());
        assertThat(standings.speed("one", "one").mean()).isEqualTo(1);
    }

    @Test
    void endsWithTheTroubleOfAVariant() {
        var race = new Race(PROCESSORS, 2, 1, Duration.ZERO, 1);

        assertThatThrownBy(() -> race.run(List.of(new Variant("broken", thread -> {
                    throw new IllegalStateException("no table");
                }))))
                .hasMessage("no table");
    }

    @Test
    void knowsOnlyThoseWhoTookPart() {
        assertThatThrownBy(() -> new Standings(List.of()).of("raw")).hasMessage("Nothing called raw took part");
    }

    @Test
    void runsLongJobsAsAWholeAndForgetsTheFirstRound() throws Exception {
        var runs = new ArrayList<String>();
        var standings = new Relay(PROCESSORS, 2, 1)
                .run(List.of(
                        new Job("planner", watch -> {
                            watch.time(() -> runs.add("planner"));
                            return 500;
                        }),
                        new Job("peer", watch -> {
                            watch.time(() -> runs.add("peer"));
                            return 20;
                        })));

        assertThat(runs).hasSize(6);
        assertThat(runs.subList(0, 2)).containsExactlyInAnyOrder("planner", "peer");
        assertThat(standings.of("planner").operations()).isEqualTo(1000);
        assertThat(standings.of("peer").slices()).hasSize(2);
    }

    @Test
    void readsProcessorTimeBehindANameWithSpacesAndBrackets() {
        assertThat(Processors.nanos("7 (my (sql) d) S 1 1 1 0 -1 4194560 9 0 0 0 150 50 0 0 20 0 1 0 5"))
                .isEqualTo(2_000_000_000L);
    }
}
