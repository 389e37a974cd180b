package bot.perennial.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F30: somebody who changes zones five times a day, also over the date line, with something due every day; two zones each time is more than flies. */
class TravellerTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final int STEPS_A_DAY = 144;
    private static final int DAYS = 12;
    private static final int JOURNEYS = 20;

    /** From west to east. */
    private static final List<String> ZONES = List.of(
            "Pacific/Pago_Pago",
            "Pacific/Honolulu",
            "America/Anchorage",
            "America/Los_Angeles",
            "America/Denver",
            "America/Chicago",
            "America/New_York",
            "America/Halifax",
            "America/Sao_Paulo",
            "Atlantic/South_Georgia",
            "Atlantic/Azores",
            "Europe/London",
            "Europe/Paris",
            "Europe/Athens",
            "Europe/Moscow",
            "Asia/Dubai",
            "Asia/Karachi",
            "Asia/Kolkata",
            "Asia/Dhaka",
            "Asia/Bangkok",
            "Asia/Singapore",
            "Asia/Tokyo",
            "Australia/Brisbane",
            "Pacific/Noumea",
            "Pacific/Auckland",
            "Pacific/Apia",
            "Pacific/Kiritimati");

    private record Nudge(Instant at, LocalDate on) {}

    @ParameterizedTest
    @CsvSource({"1, 49", "2, 49", "-1, 49", "-2, 84"})
    void getsOneForEachLocalDateAndOneInTwoDays(int zonesEastward, int hours) {
        System.out.println("perennial.seed=" + SEED);
        var random = new Random(SEED);
        for (var journey = 0; journey < JOURNEYS; journey++) {
            var nudges = travel(random, zonesEastward);
            for (var place = 1; place < nudges.size(); place++) {
                var before = nudges.get(place - 1);
                var nudge = nudges.get(place);
                assertThat(nudge.on()).as("seed " + SEED + ": " + nudges).isAfter(before.on());
                assertThat(Duration.between(before.at(), nudge.at()))
                        .as("seed " + SEED + ": " + nudges)
                        .isBetween(Duration.ofHours(18), Duration.ofHours(hours).plus(STEP));
            }
            assertThat(nudges).hasSizeGreaterThan(DAYS / 3);
        }
    }

    private static List<Nudge> travel(Random random, int zonesEastward) {
        var bot = new TestBot("2026-03-02T07:00:00Z").in("UTC");
        bot.say("/followup Ana today - send the book");
        bot.say("/nudge settings on:on");
        bot.say("/nudge settings days:every day");
        bot.pass(STEP);
        var zone = random.nextInt(ZONES.size());
        var nudges = new ArrayList<Nudge>();
        bot.forgetReceived();
        for (var step = 0; step < DAYS * STEPS_A_DAY; step++) {
            if (random.nextInt(STEPS_A_DAY) < 5) {
                zone = Math.floorMod(zone + zonesEastward, ZONES.size());
                bot.bot().pressed(bot.gesture(), "/zone " + ZONES.get(zone));
            }
            bot.pass(STEP);
            if (!bot.received().isEmpty()) {
                var now = bot.time().instant();
                nudges.add(new Nudge(now, now.atZone(ZoneId.of(ZONES.get(zone))).toLocalDate()));
                bot.forgetReceived();
            }
        }
        return nudges;
    }
}
