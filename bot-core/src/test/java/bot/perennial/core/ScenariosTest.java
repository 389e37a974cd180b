package bot.perennial.core;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.people.Person;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that users of other tools have reported, as conversations. */
class ScenariosTest {
    @Test
    void aMemberAheadOfTheWorldIsNudgedOnTheirOwnDate() {
        var bot = on("2026-03-19T20:00:00Z", "Pacific/Auckland");
        bot.say("/followup Dana 2026-03-24 - send it");

        until(bot, "2026-03-23T19:29:00Z");
        assertThat(bot.received()).isEmpty();
        until(bot, "2026-03-23T19:31:00Z"); // 8:31 on the 24th there
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void aYearlyHelloAtMidnightComesOnceAndGoesOnInTheFuture() {
        var bot = on("2026-03-02T09:00:00Z", "Europe/Kyiv");
        bot.say("/nudge settings days:daily hour:0:00");
        bot.say("/met Dana when:2025-03-05");
        bot.say("/followup Dana every year");

        until(bot, "2026-03-05T12:00:00Z");
        assertThat(bot.received()).hasSize(1);
        bot.open();
        assertThat(bot.press("Reached out")).contains("next hello around 5 March 2027");
        until(bot, "2026-03-20T12:00:00Z");
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void whatIsForTodayComesTodayAlthoughTheNudgeIsOut() {
        var bot = on("2026-03-03T15:00:00Z", "UTC");

        assertThat(bot.say("/followup Dana today - call back")).contains("I'll send it at 16:00 today.");
        until(bot, "2026-03-03T16:01:00Z");
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void aDateStaysThatDateWhenTheMemberMoves() {
        var bot = on("2026-10-01T09:00:00Z", "Asia/Tokyo");
        bot.say("/followup Dana 29 oct - call");
        bot.say("/nudge settings zone:America/Los_Angeles");

        assertThat(bot.say("/followup Dana fri")).doesNotContain("29 Oct");
        assertThat(bot.say("/people dana")).contains("call, Thu 29 Oct");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-26, 2026-03-31",
        "Europe/Berlin, 2026-10-22, 2026-10-27",
        "America/New_York, 2026-03-05, 2026-03-10",
        "America/New_York, 2026-10-29, 2026-11-03",
        "Australia/Lord_Howe, 2026-04-02, 2026-04-07",
    })
    void theNudgeStaysAtItsHourAcrossClockChanges(String zone, LocalDate from, LocalDate to) {
        var bot = on(from + "T00:00:00Z", zone);
        bot.say("/nudge settings days:daily");
        bot.say("/followup Dana today - call");

        var zoneId = ZoneId.of(zone);
        for (var day = from.plusDays(1); day.isBefore(to); day = day.plusDays(1)) {
            var moment = day.atTime(8, 30).atZone(zoneId).toInstant();
            until(bot, moment.minusSeconds(60).toString());
            var before = bot.received().size();
            until(bot, moment.plusSeconds(60).toString());
            assertThat(bot.received()).as(day.toString()).hasSize(before + 1);
            bot.open();
            bot.say("/met Zoe - " + day); // they are there
        }
    }

    @Test
    void aCallTwoDaysAgoLeavesTwelveOfFourteenDays() {
        var bot = new TestBot("2026-03-18T09:00:00Z");
        bot.say("/met Dana when:2026-03-02");
        bot.say("/followup Dana every 14 days");

        assertThat(bot.say("/met Dana when:2d ago how:call"))
                .contains("Next hello: Mon 30 Mar")
                .doesNotContain("28 Mar");
    }

    @Test
    void anOlderLogNeverMovesTheNextDateBackwards() {
        var bot = new TestBot("2026-03-16T09:00:00Z");
        bot.say("/met Dana");
        bot.say("/followup Dana every 2w");

        assertThat(bot.say("/met Dana when:10d ago - remembered late")).contains("Next hello: Mon 30 Mar");
    }

    @Test
    void twentyPeopleOfOneDayAreSpreadOut() {
        var bot = on("2026-03-02T09:00:00Z", "UTC");
        for (var each = 0; each < 20; each++) {
            bot.say("/met Person " + each);
            bot.say("/followup Person " + each + " every 2 months");
        }
        bot.say("/followup Person 3 2026-05-04 - send it");

        var days = people(bot).stream()
                .flatMap(person -> person.keeping().next().stream())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        assertThat(days.values()).allMatch(count -> count <= 3);
        assertThat(days.keySet()).allMatch(day -> day.getDayOfWeek().getValue() <= 5);
        assertThat(bot.say("/people person 3")).contains("send it, Mon 4 May");
    }

    @Test
    void whatCouldNotBeDeliveredIsKeptAndToldAndComesOnceItCan() {
        var bot = on("2026-03-02T09:00:00Z", "UTC");
        bot.say("/met Dana when:2026-02-02");
        bot.say("/followup Dana every month");
        bot.troubleAhead(new Delivery.Hopeless("50007"));
        until(bot, "2026-03-05T12:00:00Z");
        assertThat(bot.received()).isEmpty();

        assertThat(bot.say("/people")).startsWith("I couldn't message you since Tuesday, so I kept one hello.");
        until(bot, "2026-03-06T12:00:00Z");
        assertThat(bot.received()).hasSize(1);
        assertThat(bot.say("/people")).doesNotContain("I couldn't message you");
    }

    @Test
    void aSchedulerThatStoodStillForADayCatchesUpOnce() {
        var bot = on("2026-03-02T09:00:00Z", "UTC");
        bot.say("/followup Dana tomorrow - send it");
        bot.time().pass(Duration.ofDays(2).plusHours(6));
        until(bot, "2026-03-05T08:00:00Z");
        assertThat(bot.received()).isEmpty();
        until(bot, "2026-03-05T08:31:00Z");
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void twoMachinesSendOneNudge() {
        var bot = on("2026-03-02T09:00:00Z", "UTC");
        bot.say("/followup Dana tomorrow - send it");
        bot.time().pass(Duration.ofDays(1));
        var rounds = IntStream.range(0, 2)
                .mapToObj(machine -> new NudgeRound(bot.store(), bot.time()))
                .toList();
        var postmen = IntStream.range(0, 2)
                .mapToObj(machine -> new Postman(bot.store(), List.of(bot), NudgeWords::compose, bot.time()))
                .toList();
        rounds.forEach(NudgeRound::run);
        postmen.forEach(Postman::deliverDue);
        rounds.forEach(NudgeRound::run);
        postmen.forEach(Postman::deliverDue);

        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void snoozingOnceLeavesTheRhythmAlone() {
        var bot = new TestBot("2026-03-02T09:00:00Z");
        bot.say("/met Dana");
        bot.say("/followup Dana every 4 weeks");
        bot.say("/followup Dana later 3 months");
        bot.pass(Duration.ofDays(91));

        assertThat(bot.say("/met Dana")).contains("Next hello: Mon 29 Jun");
    }

    @Test
    void theSameLogSentTwiceIsOneEntry() {
        var bot = new TestBot("2026-03-02T09:00:00Z");
        bot.say("/met Dana at PyCon");
        bot.say("/met Dana at PyCon");

        assertThat(bot.store().<Integer>look(TestBot.SAM, notebook -> notebook.meetings()
                        .all()
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void aLogIsNeverFiledUnderTheWrongDana() {
        var bot = new TestBot("2026-03-02T09:00:00Z");
        bot.say("/met Dana Ortiz");
        bot.say("/met Dana Wu");
        bot.say("/met dana - likes jazz");
        assertThat(bot.say("/people dana ortiz")).doesNotContain("jazz");
        assertThat(bot.say("/people dana wu")).doesNotContain("jazz");

        bot.say("/met Dana - plays chess");
        bot.press("Dana Wu · met 1×");
        assertThat(bot.say("/people dana wu")).contains("plays chess");
        assertThat(bot.say("/people dana ortiz")).doesNotContain("chess");
    }

    private static List<Person> people(TestBot bot) {
        return bot.store()
                .<List<Person>>look(TestBot.SAM, notebook -> notebook.people().all());
    }

    /** A bot whose nudge is on and has said where it will be found. */
    private static TestBot on(String now, String zone) {
        var bot = new TestBot(now).in(zone);
        bot.say("/nudge settings on:on");
        bot.pass(Duration.ofSeconds(1));
        bot.forgetReceived();
        return bot;
    }

    /** Lets time pass in steps of at most ten minutes, as a scheduler would. */
    private static void until(TestBot bot, String instant) {
        var end = Instant.parse(instant);
        while (bot.time().instant().isBefore(end)) {
            var left = Duration.between(bot.time().instant(), end);
            bot.pass(left.compareTo(Duration.ofMinutes(10)) < 0 ? left : Duration.ofMinutes(10));
        }
    }
}
