package bot.perennial.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(shown, true, StandardCharsets.UTF_8));

    @Test
    void endsWithHowManyGoalsWereMet() {
        report.judge(Goal.atMost("3", "round trips of /met", 5).exactly(5));
        report.judge(Goal.atLeast("1", "/met", 0.75).noisy(new Ratio(0.7, new Spread(0.6, 0.7, 0.8))));
        report.close();

        assertThat(report.allMet()).isTrue();
        assertThat(report.text()).endsWith("""
                Met only within the noise: goal 1, /met: mean 0.70, quartiles 0.60 · 0.70 · 0.80 (≥ 0.75)

                2 goals met, 0 missed
                """);
    }

    @Test
    void namesWhatWasMissedAboveTheLastLine() {
        report.judge(Goal.atMost("3", "round trips of /met", 5).exactly(6));
        report.judge(Goal.atMost("3", "round trips of a button", 5).exactly(4));
        report.close();

        assertThat(report.allMet()).isFalse();
        assertThat(report.text()).endsWith("""

                Missed: goal 3, round trips of /met: 6 (≤ 5)

                1 goals met, 1 missed
                """);
        assertThat(report.markdown()).endsWith("1 goals met, 1 missed\n");
    }

    @Test
    void showsEachPartAtOnce() {
        report.say("Half way.");

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("Half way.");
    }
}
