package bot.perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bot.perennial.core.calendar.RhythmReader.Reading;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            2w, P2W, every 2 weeks
            6 weeks, P6W, every 6 weeks
            every 8 Weeks, P8W, every 8 weeks
            week, P1W, every week
            weekly, P1W, every week
            every other week, P2W, every 2 weeks
            month, P1M, every month
            Monthly, P1M, every month
            every month., P1M, every month
            quarter, P3M, every quarter
            quarterly, P3M, every quarter
            3 months, P3M, every quarter
            6 months, P6M, every 6 months
            half year, P6M, every 6 months
            half a year, P6M, every 6 months
            twice a year, P6M, every 6 months
            year, P1Y, every year
            once a year, P1Y, every year
            18 months, P18M, every 18 months
            24 months, P2Y, every 2 years
            10 days, P10D, every 10 days
            14 days, P2W, every 2 weeks
            every 2–3 months, P10W, every 10 weeks
            2-3 months, P10W, every 10 weeks
            4 to 6 weeks, P5W, every 5 weeks
            2-3 weeks, P17D, every 17 days
            1-2 years, P18M, every 18 months
            10 years, P10Y, every 10 years
            """)
    void readsHowOften(String text, String code, String words) {
        var rhythm = Rhythm.of(code);

        assertThat(RhythmReader.read(text)).isEqualTo(new Reading.Read(rhythm));
        assertThat(rhythm.code()).isEqualTo(code);
        assertThat(rhythm.words()).isEqualTo(words);
        assertThat(RhythmReader.read(rhythm.words())).isEqualTo(new Reading.Read(rhythm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 weeks",
                "0d",
                "-3 days",
                "every -1 month",
                "11 years",
                "121 months",
                "9999999999w",
                "3-2 weeks"
            })
    void refusesWhatNobodyCanLiveBy(String text) {
        assertThat(RhythmReader.read(text)).isInstanceOf(Reading.Impossible.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "every", "0", "7", "often", "biweekly", "friday", "2 moons", "1.5 weeks", "w", "2w 3d", "\0"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(RhythmReader.read(text)).isEqualTo(new Reading.Unreadable());
    }

    @ParameterizedTest
    @CsvSource({"P1D,1", "P1W,1", "P2W,2", "P6W,6", "P1M,5", "P8W,8", "P3M,10", "P10Y,10"})
    void movesAHelloByLittle(String code, int days) {
        assertThat(Rhythm.of(code).window()).isEqualTo(Period.ofDays(days));
    }

    @Test
    void staysInItsMonth() {
        assertThat(Rhythm.of("P1M").after(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1W", "P1M1D", "P11Y", "P3654D"})
    void refusesNonsenseWhereItIsBorn(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rhythm.of(code));
    }
}
