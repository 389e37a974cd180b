package bot.perennial.core.circle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People divided into circles: as many as possible within the bounds, in circles that differ by one at most, and nobody
 * alone. The same people in the same order are always divided alike.
 *
 * @param unplaced those for whom the bounds left no place; the last that were named
 */
public record Matching<T>(List<List<T>> circles, List<T> unplaced) {
    public Matching {
        circles = circles.stream().map(List::copyOf).toList();
        unplaced = List.copyOf(unplaced);
    }

    /**
     * How many people a circle may have.
     *
     * @param fewest at least 2, for nobody is in a circle alone
     */
    public record Bounds(int fewest, int most) {
        private static final int PAIR = 2;

        public Bounds {
            if (fewest < PAIR || most < fewest) {
                throw new IllegalArgumentException("A circle can't have " + fewest + " to " + most + " people.");
            }
        }

        /** One more or fewer than wished, but never a single one. */
        public static Bounds around(int size) {
            return new Bounds(Math.max(PAIR, size - 1), size + 1);
        }

        private double middle() {
            return (fewest + most) / 2.0;
        }
    }

    /** Deals people out one by one, so that those named side by side come to different circles. */
    public static <T> Matching<T> of(List<T> people, Bounds bounds) {
        var circles = circles(people.size(), bounds);
        var placed = Math.min(people.size(), circles * bounds.most());
        var dealt = IntStream.range(0, circles)
                .mapToObj(circle -> (List<T>) new ArrayList<T>())
                .toList();
        for (var seat = 0; seat < placed; seat++) {
            dealt.get(seat % circles).add(people.get(seat));
        }
        return new Matching<>(dealt, people.subList(placed, people.size()));
    }

    /** Of the numbers of circles that seat the most people, the one whose circles are nearest to the middle. */
    private static int circles(int people, Bounds bounds) {
        return IntStream.rangeClosed(1, people / bounds.fewest())
                .boxed()
                .min(Comparator.<Integer>comparingInt(circles -> -Math.min(people, circles * bounds.most()))
                        .thenComparingDouble(circles -> Math.abs((double) people / circles - bounds.middle())))
                .orElse(0);
    }
}
