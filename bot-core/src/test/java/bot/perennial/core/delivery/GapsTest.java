package bot.perennial.core.delivery;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Line LINE = new Line("test/home", ofMillis(20), ofMillis(20));

    private final Gaps gaps = new Gaps();

    @Test
    void keepTheDistanceOfThoseThatComeAtOnceInTheOrderInWhichTheyCame() {
        var waiting = new ArrayList<Gaps.Place>();
        for (var message = 0; message < 6; message++) {
            waiting.add(gaps.enter(LINE, LINE.usual()));
        }
        gaps.leave(waiting.remove(4));
        var came = List.copyOf(waiting);
        var left = new ArrayList<String>();
        for (var now = 0L; now <= 200; now++) {
            for (var place : List.copyOf(waiting.reversed())) { // the last to come knocks first
                if (gaps.pass(place, ofMillis(now).toNanos()) <= 0) {
                    left.add(came.indexOf(place) + " at " + now);
                    waiting.remove(place);
                }
            }
        }
        assertThat(left).containsExactly("0 at 0", "1 at 20", "2 at 40", "3 at 60", "4 at 80");
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
        var place = gaps.enter(LINE, LINE.usual());
        var passed = gaps.pass(place, ofMillis(millis).toNanos()) <= 0;
        if (!passed) {
            gaps.leave(place);
        }
        return passed;
    }
}
