package bot.perennial.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.calendar.ZoneReader.Reading;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneReaderTest {
    private static final Instant SUMMER = Instant.parse("2026-08-05T08:12:00Z");
    private static final Instant WINTER = Instant.parse("2026-01-05T08:12:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Lisbon        | Europe/Lisbon
            europe/lisbon        | Europe/Lisbon
            lisbon               | Europe/Lisbon
            'Lisbon, Portugal'   | Europe/Lisbon
            Portugal             | Europe/Lisbon
            New York             | America/New_York
            new_york             | America/New_York
            America/New York     | America/New_York
            Kiev                 | Europe/Kyiv
            Europe/Kiev          | Europe/Kyiv
            Kyiv                 | Europe/Kyiv
            Asia/Calcutta        | Asia/Kolkata
            US/Pacific           | America/Los_Angeles
            München              | Europe/Berlin
            San Francisco        | America/Los_Angeles
            Buenos Aires         | America/Argentina/Buenos_Aires
            Istanbul             | Europe/Istanbul
            Lord Howe            | Australia/Lord_Howe
            Troll                | Antarctica/Troll
            Kiritimati           | Pacific/Kiritimati
            Japan                | Asia/Tokyo
            UTC                  | UTC
            etc/utc              | UTC
            """)
    void readsWhereSomeoneLives(String text, String zone) {
        assertThat(ZoneReader.read(text, SUMMER)).isEqualTo(new Reading.Read(ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({
        "EST, America/New_York",
        "pst, America/Los_Angeles",
        "CET, Europe/Berlin",
        "GMT, Europe/London",
        "UTC+1, Europe/London",
        "UTC+2, Europe/Berlin",
        "GMT+02:00, Europe/Paris",
        "utc-7, America/Los_Angeles",
        "+5:45, Asia/Kathmandu",
        "UTC−3, America/Sao_Paulo",
        "UTC+14, Pacific/Kiritimati",
        "usa, America/Chicago",
        "Georgia, Asia/Tbilisi"
    })
    void offersRegionsSoThatClockChangesWork(String text, String zone) {
        var reading = ZoneReader.read(text, SUMMER);

        assertThat(reading).isInstanceOf(Reading.Candidates.class);
        assertThat(((Reading.Candidates) reading).zones()).hasSizeBetween(1, 6).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UTC+25",
                "UTC+",
                "+99999999999",
                "UTC+2:75",
                "here",
                "Mars/Olympus",
                "/",
                ",",
                "\0",
                "e\u0301",
                "..",
                "2"
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(ZoneReader.read(text, SUMMER)).isEqualTo(new Reading.Unreadable());
        assertThat(ZoneReader.read(text.repeat(8_000), SUMMER)).isEqualTo(new Reading.Unreadable());
    }

    @Test
    void knowsEveryRegionOfTheJdk() {
        for (var id : ZoneId.getAvailableZoneIds()) {
            if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
                var reading = ZoneReader.read(id.toLowerCase(Locale.ROOT), SUMMER);
                assertThat(reading).as(id).isInstanceOf(Reading.Read.class);
                assertThat(((Reading.Read) reading).zone().getRules())
                        .as(id)
                        .isEqualTo(ZoneId.of(id).getRules());
            }
        }
    }

    @Test
    void guessesFromTheirClock() {
        assertThat(ZoneReader.guess(LocalTime.of(9, 12), SUMMER))
                .containsExactly(
                        ZoneId.of("Africa/Lagos"),
                        ZoneId.of("Africa/Kinshasa"),
                        ZoneId.of("Europe/London"),
                        ZoneId.of("Africa/Luanda"),
                        ZoneId.of("Africa/Casablanca"),
                        ZoneId.of("Europe/Lisbon"));
        assertThat(ZoneReader.guess(LocalTime.of(8, 0), WINTER)).contains(ZoneId.of("Europe/London"));
        assertThat(ZoneReader.guess(LocalTime.of(22, 15), SUMMER)).contains(ZoneId.of("Pacific/Kiritimati"));
        assertThat(ZoneReader.guess(LocalTime.of(4, 42), SUMMER)).isEmpty();
    }

    @Test
    void looksAcrossMidnight() {
        assertThat(ZoneReader.guess(LocalTime.of(23, 55), Instant.parse("2026-01-05T00:04:00Z")))
                .contains(ZoneId.of("Europe/London"));
    }

    @ParameterizedTest
    @CsvSource({
        "pt-PT, Europe/Lisbon",
        "de-DE, Europe/Berlin",
        "ja-JP, Asia/Tokyo",
        "en-IE, Europe/Dublin",
        "es-ES, Europe/Madrid"
    })
    void knowsCountriesWithOneZone(String locale, String zone) {
        assertThat(ZoneReader.ofLocale(Locale.forLanguageTag(locale))).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "pt-BR", "ru-RU", "en-CA", "en-AU", "en", "", "es-419", "xx-ZZ"})
    void asksWhereThereAreMany(String locale) {
        assertThat(ZoneReader.ofLocale(Locale.forLanguageTag(locale))).isEmpty();
    }
}
