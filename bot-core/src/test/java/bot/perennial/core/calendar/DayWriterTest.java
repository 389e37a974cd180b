package bot.perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayWriterTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 5);

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-08-08, Fri 8 Aug, 8 August, in 3 days
            2025-08-19, Tue 19 Aug, 19 August, in 2 weeks
            2025-08-05, Tue 5 Aug, 5 August, today
            2025-08-06, Wed 6 Aug, 6 August, tomorrow
            2025-08-04, Mon 4 Aug, 4 August, yesterday
            2025-07-25, Fri 25 Jul, 25 July, 11 days ago
            2025-06-01, Sun 1 Jun, 1 June, 9 weeks ago
            2025-03-12, Wed 12 Mar, 12 March, 4 months ago
            2027-01-08, Fri 8 Jan 2027, 8 January 2027, in 17 months
            2020-09-01, Tue 1 Sep 2020, 1 September 2020, 4 years ago
            """)
    void writesForPeople(LocalDate day, String weekday, String prose, String relative) {
        assertThat(DayWriter.weekday(day, TODAY)).isEqualTo(weekday);
        assertThat(DayWriter.prose(day, TODAY)).isEqualTo(prose);
        assertThat(DayWriter.relative(day, TODAY)).isEqualTo(relative);
    }

    @Test
    void isReadBackAsTheSameDay() {
        long seed = System.nanoTime();
        System.out.println("DayWriterTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            var today = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(80_000));
            var day = today.plusDays(random.nextInt(-1_500, 1_500));
            var direction = day.isBefore(today) ? Direction.PAST : Direction.FUTURE;
            var read = new Reading.Read(day);

            assertThat(read(DayWriter.weekday(day, today), today, Direction.PAST))
                    .isEqualTo(read);
            assertThat(read(DayWriter.weekday(day, today), today, Direction.FUTURE))
                    .isEqualTo(read);
            assertThat(read(DayWriter.prose(day, today), today, direction)).isEqualTo(read);
        }
    }

    @Test
    void countsInWordsThatAreReadBack() {
        for (int days = -69; days < 70; days++) {
            var day = TODAY.plusDays(days);
            if (Math.abs(days) < 14 || days % 7 == 0) {
                assertThat(read(DayWriter.relative(day, TODAY), TODAY, Direction.FUTURE))
                        .isEqualTo(new Reading.Read(day));
            }
        }
    }

    private static Reading read(String text, LocalDate today, Direction direction) {
        return DayReader.read(text, today, direction, DayOrder.UNKNOWN);
    }
}
