package bot.perennial.core.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.circle.Matching.Bounds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # people, wished | circles | without a place
             0  | 4 |           | 0
             1  | 2 |           | 1
             2  | 4 |           | 2
             2  | 2 | 2         | 0
             3  | 2 | 3         | 0
             5  | 2 | 3 2       | 0
             7  | 2 | 3 2 2     | 0
             7  | 3 | 4 3       | 0
             7  | 4 | 4 3       | 0
             7  | 5 | 6         | 1
            11  | 4 | 4 4 3     | 0
            12  | 4 | 4 4 4     | 0
            13  | 8 | 9         | 4
            60  | 6 | 6 6 6 6 6 6 6 6 6 6 | 0
            """)
    void dividesOddNumbers(int people, int wished, String sizes, int unplaced) {
        var matching = Matching.of(people(people), Bounds.around(wished));

        assertThat(matching.circles().stream().map(circle -> "" + circle.size()).collect(Collectors.joining(" ")))
                .isEqualTo(sizes == null ? "" : sizes);
        assertThat(matching.unplaced()).hasSize(unplaced);
    }

    /** All numbers up to 200, all bounds up to 12: nobody twice, nobody alone, nobody forgotten, no place left empty. */
    @Test
    void keepsItsBoundsWhateverTheNumbers() {
        for (var fewest = 2; fewest <= 12; fewest++) {
            for (var most = fewest; most <= 12; most++) {
                for (var number = 0; number <= 200; number++) {
                    keepsItsBounds(people(number), new Bounds(fewest, most));
                }
            }
        }
    }

    private static void keepsItsBounds(List<Integer> people, Bounds bounds) {
        var matching = Matching.of(people, bounds);

        assertThat(matching.circles()).as("%s of %s", people.size(), bounds).allSatisfy(circle -> assertThat(circle)
                .hasSizeBetween(bounds.fewest(), bounds.most()));
        assertThat(Stream.concat(matching.circles().stream().flatMap(List::stream), matching.unplaced().stream()))
                .containsExactlyInAnyOrderElementsOf(people);
        var sizes = matching.circles().stream().mapToInt(List::size).summaryStatistics();
        assertThat(sizes.getCount() == 0 || sizes.getMax() - sizes.getMin() <= 1)
                .isTrue();
        var most = IntStream.rangeClosed(0, people.size())
                .filter(circles -> circles * bounds.fewest() <= people.size())
                .map(circles -> Math.min(people.size(), circles * bounds.most()))
                .max()
                .orElse(0);
        assertThat(people.size() - matching.unplaced().size()).isEqualTo(most);
        assertThat(Matching.of(people, bounds)).isEqualTo(matching);
    }

    @Test
    void partsThoseWhoAreNamedSideBySide() {
        assertThat(Matching.of(people(6), Bounds.around(3)).circles())
                .containsExactly(List.of(1, 3, 5), List.of(2, 4, 6));
    }

    @Test
    void leavesNobodyAlone() {
        assertThatThrownBy(() -> new Bounds(1, 4)).hasMessage("A circle can't have 1 to 4 people.");
        assertThatThrownBy(() -> new Bounds(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> people(int number) {
        return IntStream.rangeClosed(1, number).boxed().toList();
    }
}
