package bot.perennial.core.calendar;

import static java.util.Locale.ENGLISH;
import static java.util.Locale.FRENCH;
import static java.util.Locale.GERMAN;
import static java.util.Locale.ITALIAN;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.calendar.DayReader.Reading;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayReaderHostileTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 5);
    private static final List<Locale> LANGUAGES =
            List.of(ENGLISH, GERMAN, FRENCH, ITALIAN, Locale.of("es"), Locale.of("pt"));
    private static final List<String> NAMED = List.of(
            "d MMMM uuuu",
            "d. MMMM uuuu",
            "d 'de' MMMM 'de' uuuu",
            "MMMM d, uuuu",
            "d MMM uuuu",
            "MMM d uuuu",
            "EEEE d MMMM uuuu",
            "EEEE, d. MMMM uuuu");
    private static final List<String> NUMBERED =
            List.of("uuuu-MM-dd", "uuuu/M/d", "d.M.uuuu", "dd.MM.uuuu", "dd/MM/uuuu", "d/M/uuuu", "dd-MM-uuuu");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "0",
                "1",
                "-",
                "week 53",
                "2026-W53",
                "noon",
                "12am",
                "8:30",
                "1754438400",
                "1754438400000",
                "20250815",
                "soonish",
                "sam",
                "mo",
                "may",
                "march",
                "ago",
                "3 ago",
                "2w ago ago",
                "in 2w ago",
                "next",
                "last",
                "in",
                "in days",
                "days",
                "week",
                "a",
                "3 dogs",
                "1.5 weeks",
                "2-3 weeks",
                "15 aug 20277",
                "aug 2027",
                "aug 15 27",
                "fri sat",
                "fri fri",
                "fri 2w",
                "next 15 aug",
                "15/8/",
                "15//8",
                "1/2/3/4",
                "2025-08-15T10:00",
                "+2025-08-15",
                "2025-08/15",
                "15 aug; drop table",
                "today\0",
                "\0",
                "f\u0301ri",
                "fr\u200bi",
                "\u202efri",
                "²w",
                "①d",
                "½ year",
                "\ud800",
                "tomorrow!",
                "today tomorrow",
                "1e3 days",
                "0x10 days",
                "3 d d"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Unreadable());
        assertThat(DayReader.readable(text)).isFalse();
    }

    static List<String> floods() {
        return List.of(
                "9".repeat(8_000),
                "in " + "9".repeat(8_000) + " days",
                "\u0301".repeat(8_000),
                "a\u0301\u0323".repeat(2_700),
                "next ".repeat(1_600),
                "fri, ".repeat(1_600),
                "1/".repeat(4_000),
                "\0".repeat(8_000),
                "-".repeat(8_000),
                "\ud83d\ude80".repeat(4_000),
                "ß".repeat(8_000));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void answersFloodsAtOnce(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Unreadable());
        long start = System.nanoTime();
        read(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void looksThroughWhiteSpace() {
        assertThat(read(" ".repeat(4_000) + "fri" + "\u00a0\n".repeat(2_000)))
                .isEqualTo(new Reading.Read(LocalDate.of(2025, 8, 8)));
    }

    @Test
    void readsDaysOfThreeCenturiesAsThemselves() {
        for (var day = LocalDate.of(1900, 1, 1); day.getYear() < 2200; day = day.plusDays(3)) {
            assertThat(read(day.toString())).isEqualTo(new Reading.Read(day));
        }
    }

    @Test
    void neverReadsAnotherDayInAnyLanguage() {
        var random = seeded();
        for (int round = 0; round < 150; round++) {
            var day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_572));
            for (var pattern : NUMBERED) {
                var text = DateTimeFormatter.ofPattern(pattern, ENGLISH).format(day);
                assertThat(DayReader.read(text, TODAY, Direction.PAST, DayOrder.DAY_FIRST))
                        .as(text)
                        .isEqualTo(new Reading.Read(day));
            }
            for (var language : LANGUAGES) {
                for (var pattern : NAMED) {
                    var text = DateTimeFormatter.ofPattern(pattern, language).format(day);
                    boolean lenient = pattern.contains("EEEE") || !pattern.contains("MMMM");
                    if (language.equals(ENGLISH) || !lenient) {
                        assertThat(read(text)).as(text).isEqualTo(new Reading.Read(day));
                    } else {
                        assertThat(read(text)).as(text).isIn(new Reading.Read(day), new Reading.Unreadable());
                    }
                }
            }
        }
    }

    /** Random words of the grammar, in any order and with accidents. */
    @Test
    void neverFailsAndAlwaysAgreesWithReadable() {
        var random = seeded();
        var words = List.of(
                "in",
                "next",
                "last",
                "this",
                "on",
                "the",
                "of",
                "end",
                "ago",
                "week",
                "month",
                "days",
                "2w",
                "fri",
                "mon",
                "aug",
                "feb",
                "29",
                "30",
                "31",
                "0",
                "-3",
                "99999",
                "2025",
                "2200",
                "15/8",
                "8/15",
                "3/4",
                "15.8.",
                "2025-02-30",
                "a",
                ",",
                ".",
                "٣",
                "today",
                "quarter",
                "year",
                "th",
                "fortnight",
                "\0",
                "é");
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(1, 5); word > 0; word--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            var today = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_572));
            for (var direction : Direction.values()) {
                for (var order : DayOrder.values()) {
                    boolean readable =
                            !(DayReader.read(text.toString(), today, direction, order) instanceof Reading.Unreadable);
                    assertThat(DayReader.readable(text.toString()))
                            .as(text.toString())
                            .isEqualTo(readable);
                }
            }
        }
    }

    private static Random seeded() {
        long seed = System.nanoTime();
        System.out.println("DayReaderHostileTest seed " + seed);
        return new Random(seed);
    }

    private static Reading read(String text) {
        return DayReader.read(text, TODAY, Direction.FUTURE, DayOrder.UNKNOWN);
    }
}
