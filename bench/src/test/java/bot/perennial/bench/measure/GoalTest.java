package bot.perennial.bench.measure;

import static bot.perennial.bench.measure.Verdict.Outcome.CLOSE;
import static bot.perennial.bench.measure.Verdict.Outcome.MET;
import static bot.perennial.bench.measure.Verdict.Outcome.MISSED;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.bench.measure.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {
    private static final Goal FAST = Goal.atLeast("1", "as fast as raw JDBC", 0.75);
    private static final Goal QUICK = Goal.atMost("9", "hardly slower", 2.5);

    @ParameterizedTest
    @CsvSource({
        "0.70, 0.75, 0.80, MET",
        "0.60, 0.74, 0.80, CLOSE",
        "0.60, 0.70, 0.75, CLOSE",
        "0.60, 0.70, 0.74, MISSED",
    })
    void isMissedOnlyWhenTheBetterQuartileMissesIt(double lower, double median, double upper, Outcome outcome) {
        assertThat(FAST.noisy(new Ratio(median, new Spread(lower, median, upper)))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, 2.50, 9.00, MET",
        "2.50, 2.51, 9.00, CLOSE",
        "2.51, 2.60, 2.70, MISSED",
    })
    void ofAnUpperBoundHasItsBetterQuartileBelow(double lower, double median, double upper, Outcome outcome) {
        assertThat(QUICK.noisy(new Ratio(median, new Spread(lower, median, upper)))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void isJudgedByTheCyclesAndNotByTheMean() {
        assertThat(FAST.noisy(new Ratio(9, new Spread(0.1, 0.2, 0.3))).outcome())
                .isEqualTo(MISSED);
        assertThat(FAST.noisy(new Ratio(0.1, new Spread(0.7, 0.8, 0.9))).outcome())
                .isEqualTo(MET)
                .isNotEqualTo(CLOSE);
    }

    @Test
    void thatIsCountedIsMissedByOne() {
        var trips = Goal.atMost("3", "round trips of /met", 5);

        assertThat(trips.exactly(5).outcome()).isEqualTo(MET);
        assertThat(trips.exactly(6).outcome()).isEqualTo(MISSED);
        assertThat(trips.exactly(5.05).outcome()).isEqualTo(MISSED);
    }

    @Test
    void thatIsNotANumberIsMissed() {
        assertThat(QUICK.exactly(Double.NaN).outcome()).isEqualTo(MISSED);
        assertThat(FAST.exactly(Double.NaN).outcome()).isEqualTo(MISSED);
    }

    @Test
    void saysWhatWasFound() {
        assertThat(FAST.noisy(new Ratio(0.812, new Spread(0.7, 0.8, 0.9))).found())
                .isEqualTo("mean 0.81, quartiles 0.70 · 0.80 · 0.90 (≥ 0.75)");
    }
}
