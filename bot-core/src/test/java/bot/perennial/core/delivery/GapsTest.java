package bot.perennial.core.delivery;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Line LINE = new Line("test/home", ofMillis(20), ofMillis(20));

    private final Gaps gaps = new Gaps();

    @Test
    void keepTheDistanceOfThoseThatComeAtOnce() {
        var left = new ArrayList<Long>();
        for (var now = 0L; left.size() < 10; now++) {
            for (var knocks = 0; knocks < 10; knocks++) {
                if (gaps.pass(LINE, ofMillis(now).toNanos(), LINE.usual()) <= 0) {
                    left.add(now);
                }
            }
        }
        assertThat(left).containsExactly(0L, 20L, 40L, 60L, 80L, 100L, 120L, 140L, 160L, 180L);
    }

    @Test
    void giveBackTheTimeThatALateTimerCost() {
        assertThat(passed(0)).isTrue();
        assertThat(passed(29)).isTrue();
        assertThat(passed(38)).isFalse();
        assertThat(passed(40)).isTrue();
        assertThat(passed(59)).isFalse();
        assertThat(passed(60)).isTrue();
    }

    @Test
    void giveBackNoStandstill() {
        assertThat(passed(0)).isTrue();
        assertThat(passed(5000)).isTrue();
        assertThat(passed(5009)).isFalse();
        assertThat(passed(5010)).isTrue();
        assertThat(passed(5029)).isFalse();
        assertThat(passed(5030)).isTrue();
    }

    private boolean passed(long millis) {
        return gaps.pass(LINE, ofMillis(millis).toNanos(), LINE.usual()) <= 0;
    }
}
