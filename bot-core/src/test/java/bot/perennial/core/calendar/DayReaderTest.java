package bot.perennial.core.calendar;

import static bot.perennial.core.calendar.DayOrder.DAY_FIRST;
import static bot.perennial.core.calendar.DayOrder.MONTH_FIRST;
import static bot.perennial.core.calendar.DayOrder.UNKNOWN;
import static bot.perennial.core.calendar.Direction.FUTURE;
import static bot.perennial.core.calendar.Direction.PAST;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayReaderTest {
    /** A Tuesday. */
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 5);

    @ParameterizedTest
    @CsvSource(textBlock = """
            today, 2025-08-05
            Tonight, 2025-08-05
            TOMORROW, 2025-08-06
            yesterday, 2025-08-04
            day after tomorrow, 2025-08-07
            fri, 2025-08-08
            tue, 2025-08-12
            Tuesday, 2025-08-12
            on friday., 2025-08-08
            this fri, 2025-08-08
            this mon, 2025-08-04
            coming fri, 2025-08-08
            next mon, 2025-08-11
            next tue, 2025-08-12
            last fri, 2025-08-01
            freitag, 2025-08-08
            mercredi, 2025-08-06
            miércoles, 2025-08-06
            segunda-feira, 2025-08-11
            next week, 2025-08-11
            next month, 2025-09-01
            next quarter, 2025-10-01
            next year, 2026-01-01
            last week, 2025-07-29
            2w, 2025-08-19
            3d, 2025-08-08
            10 days, 2025-08-15
            in 3 months, 2025-11-05
            in 2 weeks, 2025-08-19
            2 weeks from now, 2025-08-19
            a week, 2025-08-12
            in a month, 2025-09-05
            in half a year, 2026-02-05
            in a couple of weeks, 2025-08-19
            3d ago, 2025-08-02
            2 weeks ago, 2025-07-22
            a month ago, 2025-07-05
            15 aug, 2025-08-15
            aug 15, 2025-08-15
            5 aug, 2025-08-05
            4 aug, 2026-08-04
            15 august 2027, 2027-08-15
            'August 15th, 2027', 2027-08-15
            15th of august, 2025-08-15
            the 15th, 2025-08-15
            2nd, 2025-09-02
            15aug, 2025-08-15
            31 jan, 2026-01-31
            15. August 2027, 2027-08-15
            15 de agosto de 2027, 2027-08-15
            1er août, 2026-08-01
            2025-08-15, 2025-08-15
            2025/8/15, 2025-08-15
            15.8., 2025-08-15
            15.08.2026, 2026-08-15
            15.08.26, 2026-08-15
            15/8, 2025-08-15
            8/15, 2025-08-15
            15-08-2026, 2026-08-15
            4/4, 2026-04-04
            Fri 8 Aug, 2025-08-08
            'fri, 8 august 2025', 2025-08-08
            Mon 6 Jan, 2025-01-06
            fri 8/8, 2025-08-08
            sun 3/5, 2026-05-03
            end of week, 2025-08-08
            eow, 2025-08-08
            end of month, 2025-08-31
            end of the month, 2025-08-31
            end of next month, 2025-09-30
            end of quarter, 2025-09-30
            end of year, 2025-12-31
            '   in   2   weeks  ', 2025-08-19
            ١٥/٨/٢٠٢٦, 2026-08-15
            ๑๕ aug, 2025-08-15
            0 days, 2025-08-05
            """)
    void readsWhatComes(String text, LocalDate day) {
        assertThat(future(text)).isEqualTo(new Reading.Read(day));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mon, 2025-08-04
            tue, 2025-07-29
            fri, 2025-08-01
            3d ago, 2025-08-02
            3 days, 2025-08-02
            2w, 2025-07-22
            12 jul, 2025-07-12
            6 aug, 2024-08-06
            5 aug, 2025-08-05
            2025-07-12, 2025-07-12
            last month, 2025-07-05
            the 6th, 2025-07-06
            Sat 5 Apr, 2025-04-05
            tomorrow, 2025-08-06
            """)
    void readsWhatWas(String text, LocalDate day) {
        assertThat(DayReader.read(text, TODAY, PAST, UNKNOWN)).isEqualTo(new Reading.Read(day));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            30 feb, February 2026 has no 30th
            30 feb 2027, February 2027 has no 30th
            29 feb, February 2026 has no 29th
            2026-02-30, February 2026 has no 30th
            31 apr, April 2026 has no 31st
            32.1.2026, January 2026 has no 32nd
            1/13/26x,
            13/14, there is no month 14
            2026-13-01, there is no month 13
            0/4, there is no month 0
            in 9999999999 days, I know the years from 1900 to 2199 only
            in 99999999999999999999999 days, I know the years from 1900 to 2199 only
            1 jan 2200, I know the years from 1900 to 2199 only
            15/8/๒๕๖๙, I know the years from 1900 to 2199 only
            500 years ago, I know the years from 1900 to 2199 only
            in -3 days, a length of time can't be less than nothing
            fri 9 aug 2025, 9 August 2025 is a Saturday
            fri 9 aug, 9 August 2025 is a Saturday
            """)
    void saysWhyThereIsNoSuchDay(String text, @Nullable String why) {
        assertThat(future(text)).isEqualTo(why == null ? new Reading.Unreadable() : new Reading.Impossible(why));
    }

    @Test
    void asksWhichOfDayAndMonthComesFirst() {
        var april = LocalDate.of(2026, 4, 3);
        var march = LocalDate.of(2026, 3, 4);

        assertThat(future("03/04")).isEqualTo(new Reading.Ambiguous(List.of(march, april)));
        assertThat(DayReader.read("03/04", TODAY, FUTURE, DAY_FIRST)).isEqualTo(new Reading.Read(april));
        assertThat(DayReader.read("03/04/2026", TODAY, FUTURE, MONTH_FIRST)).isEqualTo(new Reading.Read(march));
        assertThat(DayReader.read("13/4", TODAY, FUTURE, MONTH_FIRST))
                .isEqualTo(new Reading.Read(LocalDate.of(2026, 4, 13)));
    }

    @Test
    void asksWhichFridayIsNext() {
        assertThat(future("next friday"))
                .isEqualTo(new Reading.Ambiguous(List.of(LocalDate.of(2025, 8, 8), LocalDate.of(2025, 8, 15))));
        assertThat(DayReader.read("next friday", LocalDate.of(2025, 8, 8), FUTURE, UNKNOWN))
                .isEqualTo(new Reading.Read(LocalDate.of(2025, 8, 15)));
    }

    @Test
    void endsAWeekOnSundayOnceFridayIsOver() {
        assertThat(DayReader.read("end of week", LocalDate.of(2025, 8, 9), FUTURE, UNKNOWN))
                .isEqualTo(new Reading.Read(LocalDate.of(2025, 8, 10)));
    }

    private static Reading future(String text) {
        return DayReader.read(text, TODAY, FUTURE, UNKNOWN);
    }
}
