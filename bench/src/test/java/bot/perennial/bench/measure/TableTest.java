package bot.perennial.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    private static final Table TABLE = new Table(
            "Speeds", List.of("variant", "mean/s"), List.of(List.of("product", "1,200"), List.of("a|b", "9")));

    @Test
    void linesUpAsText() {
        assertThat(TABLE.text()).isEqualTo("""
                Speeds
                  variant  mean/s
                  product   1,200
                  a|b           9
                """);
    }

    @Test
    void isATableInMarkdown() {
        assertThat(TABLE.markdown()).isEqualTo("""
                **Speeds**

                | variant | mean/s |
                |---|---:|
                | product | 1,200 |
                | a\\|b | 9 |
                """);
    }

    @Test
    void comparesEachWithTheMeasure() {
        var product = measured("product", 150);
        var raw = measured("raw", 300);

        var table =
                Table.of("Commands", new Standings(List.of(product, raw)), "raw", Map.of("product", new Counts(5, 12)));

        assertThat(table.rows())
                .containsExactly(
                        List.of("product", "150", "0.50", "0.50..0.50", "100", "200", "2.00", "2.00", "5", "12"),
                        List.of("raw", "300", "1", "1..1", "50", "100", "2.00", "2.00", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "5; 5", "0.0123; 0.012", "0.756; 0.76", "12.34; 12.3", "1234.4; 1,234"})
    void roundsToWhatCanBeBelieved(double value, String words) {
        assertThat(Table.number(value)).isEqualTo(words);
    }

    private static Measured measured(String name, long operations) {
        var latencies = new org.HdrHistogram.Histogram(3);
        latencies.recordValue(2_000_000);
        return new Measured(
                name, List.of(new Slice(operations, 1_000_000_000, 15_000_000, Optional.of(30_000_000L))), latencies);
    }
}
