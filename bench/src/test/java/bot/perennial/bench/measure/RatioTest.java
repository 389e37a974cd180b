package bot.perennial.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void isOfAllOperationsByAllTime() {
        var one = measured("one", 100, 300);
        var other = measured("other", 100, 100);

        var ratio = Ratio.ofSpeed(one, other);

        assertThat(ratio.mean()).isEqualTo(2);
        assertThat(ratio.cycles()).isEqualTo(new Spread(1.5, 2, 2.5));
    }

    @Test
    void leavesOutCyclesInWhichTheOtherGotNothingDone() {
        assertThat(Ratio.ofSpeed(measured("one", 10, 10, 10), measured("other", 0, 5, 5))
                        .cycles())
                .isEqualTo(new Spread(2, 2, 2));
    }

    @Test
    void ofASlowSliceCountsItsTime() {
        var slow = new Measured(
                "slow",
                List.of(new Slice(100, SECOND, 0, Optional.empty()), new Slice(100, 3 * SECOND, 0, Optional.empty())),
                Latencies.empty());

        assertThat(slow.perSecond()).isEqualTo(50);
    }

    @Test
    void costsAreSharedByTheOperations() {
        var measured = new Measured(
                "one",
                List.of(
                        new Slice(100, SECOND, 20_000_000, Optional.of(10_000_000L)),
                        new Slice(300, SECOND, 20_000_000, Optional.of(50_000_000L))),
                Latencies.empty());

        assertThat(measured.clientMicros()).isEqualTo(100);
        assertThat(measured.serverMicros()).contains(150.0);
    }

    @Test
    void theServersCostIsUnknownWhenItIsElsewhere() {
        assertThat(measured("one", 1).serverMicros()).isEmpty();
    }

    private static Measured measured(String name, long... operations) {
        return new Measured(
                name,
                LongStream.of(operations)
                        .mapToObj(done -> new Slice(done, SECOND, 0, Optional.empty()))
                        .toList(),
                Latencies.empty());
    }
}
