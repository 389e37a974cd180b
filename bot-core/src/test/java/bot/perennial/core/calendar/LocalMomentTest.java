package bot.perennial.core.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalMomentTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @ParameterizedTest
    @CsvSource(textBlock = """
            Europe/Berlin,        2026-03-28, 08:30, 2026-03-28T07:30:00Z
            Europe/Berlin,        2026-03-29, 08:30, 2026-03-29T06:30:00Z
            Europe/Berlin,        2026-03-29, 02:30, 2026-03-29T01:00:00Z
            Europe/Berlin,        2026-10-25, 02:30, 2026-10-25T00:30:00Z
            Europe/Berlin,        2026-10-25, 08:30, 2026-10-25T07:30:00Z
            America/New_York,     2026-03-08, 02:30, 2026-03-08T07:00:00Z
            America/New_York,     2026-11-01, 01:30, 2026-11-01T05:30:00Z
            America/New_York,     2026-11-01, 08:30, 2026-11-01T13:30:00Z
            Australia/Lord_Howe,  2026-10-04, 02:15, 2026-10-03T15:30:00Z
            Australia/Lord_Howe,  2026-04-05, 01:45, 2026-04-04T14:45:00Z
            Antarctica/Troll,     2026-03-29, 01:30, 2026-03-29T01:00:00Z
            Antarctica/Troll,     2026-03-29, 02:30, 2026-03-29T01:00:00Z
            Pacific/Kiritimati,   2026-01-01, 08:30, 2025-12-31T18:30:00Z
            Pacific/Pago_Pago,    2026-01-01, 08:30, 2026-01-01T19:30:00Z
            America/Sao_Paulo,    2017-10-15, 00:00, 2017-10-15T03:00:00Z
            America/Sao_Paulo,    2017-10-15, 00:30, 2017-10-15T03:00:00Z
            Asia/Beirut,          2026-03-29, 00:15, 2026-03-28T22:00:00Z
            America/Nuuk,         2025-03-29, 23:30, 2025-03-30T01:00:00Z
            Pacific/Apia,         2011-12-29, 08:30, 2011-12-29T18:30:00Z
            Pacific/Apia,         2011-12-31, 08:30, 2011-12-30T18:30:00Z
            """)
    void strikesOnce(String zone, LocalDate day, LocalTime time, Instant instant) {
        assertThat(LocalMoment.at(day, time, ZoneId.of(zone))).contains(instant);
    }

    @Test
    void skipsADateThatNeverWas() {
        var apia = ZoneId.of("Pacific/Apia");
        var time = LocalTime.of(8, 30);
        var before = Instant.parse("2011-12-29T18:30:00Z");

        assertThat(LocalMoment.at(LocalDate.of(2011, 12, 30), time, apia)).isEmpty();
        assertThat(LocalMoment.next(before, EVERY_DAY, time, apia).day()).isEqualTo("2011-12-31");
        assertThat(LocalMoment.next(before, Set.of(FRIDAY), time, apia).day()).isEqualTo("2012-01-06");
    }

    @Test
    void waitsForTheNextOfItsDays() {
        var lisbon = ZoneId.of("Europe/Lisbon");
        var friday = Instant.parse("2026-08-07T07:30:00Z");

        assertThat(LocalMoment.next(friday, Set.of(MONDAY, FRIDAY), LocalTime.of(8, 30), lisbon))
                .isEqualTo(new LocalMoment(LocalDate.of(2026, 8, 10), Instant.parse("2026-08-10T07:30:00Z")));
        assertThat(LocalMoment.next(friday.minusMillis(1), Set.of(MONDAY, FRIDAY), LocalTime.of(8, 30), lisbon))
                .isEqualTo(new LocalMoment(LocalDate.of(2026, 8, 7), friday));
    }

    @Test
    void keepsTheDateOfAnHourThatEndsInAMidnightGap() {
        var nuuk = ZoneId.of("America/Nuuk");
        var midnight = Instant.parse("2025-03-30T01:00:00Z");

        assertThat(LocalMoment.next(midnight.minusSeconds(1), Set.of(SATURDAY), LocalTime.of(23, 30), nuuk))
                .isEqualTo(new LocalMoment(LocalDate.of(2025, 3, 29), midnight));
        assertThat(LocalMoment.next(midnight, EVERY_DAY, LocalTime.of(23, 30), nuuk)
                        .day())
                .isEqualTo("2025-03-30");
    }

    @Test
    void needsADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalMoment.next(Instant.EPOCH, Set.of(), LocalTime.NOON, ZoneId.of("UTC")));
    }

    /** Ten days from a random date, and ten days around a random clock change, in every zone of the JDK. */
    @Test
    void strikesOncePerDateInEveryZone() {
        long seed = System.nanoTime();
        System.out.println("LocalMomentTest seed " + seed);
        var random = new Random(seed);
        var first = LocalDate.of(2000, 1, 1);
        int span = Math.toIntExact(first.until(LocalDate.of(2037, 12, 31), DAYS));
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            for (int sample = 0; sample < 4; sample++) {
                var start = first.plusDays(random.nextInt(span));
                walk(zone, start, LocalTime.of(random.nextInt(24), random.nextInt(60)));
                var change =
                        zone.getRules().nextTransition(start.atStartOfDay(zone).toInstant());
                if (change != null) {
                    var wall = change.getDateTimeBefore();
                    walk(
                            zone,
                            wall.toLocalDate().minusDays(4),
                            wall.toLocalTime().plusMinutes(random.nextInt(60)));
                }
            }
        }
    }

    private static void walk(ZoneId zone, LocalDate start, LocalTime time) {
        var moment = LocalMoment.next(start.atStartOfDay(zone).toInstant().minusSeconds(1), EVERY_DAY, time, zone);
        for (int step = 0; step < 10; step++) {
            var next = LocalMoment.next(moment.instant(), EVERY_DAY, time, zone);
            var where = zone + " after " + moment + " at " + time;
            assertThat(next.instant()).as(where).isAfter(moment.instant());
            assertThat(Duration.between(moment.instant(), next.instant()))
                    .as(where)
                    .isLessThan(Duration.ofHours(49));
            for (var skipped = moment.day().plusDays(1); skipped.isBefore(next.day()); skipped = skipped.plusDays(1)) {
                assertThat(skipped.atStartOfDay(zone).toLocalDate()).as(where).isNotEqualTo(skipped);
            }
            assertThat(next.day()).as(where).isAfter(moment.day());
            moment = next;
        }
    }
}
