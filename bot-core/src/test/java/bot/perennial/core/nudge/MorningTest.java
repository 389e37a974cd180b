package bot.perennial.core.nudge;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorningTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void isNotThereUntilAskedFor() {
        bot.say("/followup Dana tomorrow - send the visa article");
        bot.pass(ofDays(1));
        bot.pass(ofHours(3));
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void isTurnedOnByPressing() {
        assertThat(bot.say("/met Ana")).contains("at most three on a morning");
        assertThat(bot.press("Turn on my nudge")).isEqualTo("It's 7:00 for you, right?");
        assertThat(bot.press("Yes")).isEqualTo("Weekdays at 8:30?");
        assertThat(bot.press("Yes")).startsWith("Your nudge is on: weekdays at 8:30");
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1).first().asString().startsWith("This is where I'll find you.");
    }

    @Test
    void bringsAPromiseOnItsDayAndOnceADay() {
        turnOn();
        bot.say("/met Dana at Blue Bottle - moving to fintech in May");
        bot.say("/followup Dana tomorrow - send the visa article");
        bot.pass(ofHours(25));
        assertThat(bot.received()).isEmpty();
        bot.pass(ofMinutes(31));
        bot.pass(ofMinutes(1));
        assertThat(bot.received())
                .hasSize(1)
                .first()
                .asString()
                .contains("One person today.")
                .contains(
                        "You said you would\nDana — send the visa article. Blue Bottle yesterday: “moving to fintech in May”.");

        bot.open();
        assertThat(bot.press("Done")).startsWith("✓ Dana, done: send the visa article.");
        bot.pass(ofDays(1));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void staysAListWhenATickIsTakenBackOrAPauseBegins() {
        turnOn();
        bot.say("/followup Dana tomorrow - send the visa article");
        bot.say("/followup Lee tomorrow - call");
        bot.pass(ofHours(26));
        bot.open();
        var pause = bot.line("Pause a week");
        bot.press("Done");

        assertThat(bot.bot().pressed(bot.gesture(), bot.line("Undo")))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.ENTRY));
        assertThat(bot.bot().pressed(bot.gesture(), pause))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.ENTRY));
    }

    @Test
    void bringsAHelloAndRestartsTheRhythmWhenReached() {
        turnOn();
        bot.say("/met Lee");
        bot.press("Monthly");
        bot.pass(ofDays(31));
        bot.pass(ofHours(2));
        assertThat(bot.received()).hasSize(1).first().asString().contains("Lee — 4 weeks since you spoke");
        bot.open();
        assertThat(bot.press("Reached out")).startsWith("✓ Lee, today");
        bot.pass(ofDays(1));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void bringsEveryoneWithinTheCap() {
        turnOn();
        bot.say("/nudge settings cap:2");
        for (var name : new String[] {"Ana", "Ben", "Cleo", "Dev"}) {
            bot.say("/followup " + name + " tomorrow - write " + name);
        }
        bot.pass(ofHours(26));
        assertThat(bot.received())
                .hasSize(1)
                .first()
                .asString()
                .contains("Two people today.")
                .contains("Also promised: Cleo — write Cleo; Dev — write Dev.");
    }

    @Test
    void waitsOutAnOutageOfHours() {
        promisedAndTroubled();
        for (var minute = 0; minute < 60; minute++) {
            bot.troubleAhead(new Delivery.Later(ofMinutes(1), "not connected"));
        }
        bot.pass(ofHours(26));
        for (var minute = 1; minute < 60; minute++) {
            bot.pass(ofMinutes(1));
        }
        assertThat(bot.received()).isEmpty();
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void isRepeatedSoonWhereRepeatsAreRecognised() {
        promisedAndTroubled(new Delivery.Unclear("no answer"));
        bot.pass(ofHours(26));
        bot.pass(ofSeconds(6));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void isNotRepeatedWhenRepeatsAreNotRecognisedAnyMore() {
        promisedAndTroubled(new Delivery.Unclear("no answer"));
        bot.pass(ofHours(26));
        bot.pass(ofMinutes(10)); // stopped meanwhile
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void isNotRepeatedAfterALongPauseWhenItMayHaveArrivedBefore() {
        promisedAndTroubled(new Delivery.Unclear("no answer"), new Delivery.Later(ofMinutes(10), "rate limited"));
        bot.pass(ofHours(26));
        bot.pass(ofSeconds(6));
        bot.pass(ofMinutes(11));
        assertThat(bot.received()).isEmpty();
        bot.pass(ofDays(1));
        assertThat(bot.received()).as("carried over").hasSize(1);
    }

    @Test
    void sendsWhatIsForTodayAfterTheNudgeWentOut() {
        turnOn();
        bot.pass(ofHours(8));
        assertThat(bot.say("/followup Dana today - call back")).contains("I'll send it at 16:30 today.");
        bot.pass(ofMinutes(91));
        assertThat(bot.received()).hasSize(1).first().asString().contains("Dana — call back");
    }

    @Test
    void comesOnMondayForAPromiseOnAWeekend() {
        turnOn();
        assertThat(bot.say("/followup Dana sat - call"))
                .contains("Sat 7 Mar isn't one of your nudge days; I'll bring it Mon 9 Mar.");
        assertThat(bot.press("Keep Saturday")).contains("I'll bring it Sat 7 Mar");
        for (var hour = 0; hour < 24 * 6; hour++) {
            bot.pass(ofHours(1));
        }
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void stopsAtOnceWhenStopped() {
        turnOn();
        bot.say("/followup Dana tomorrow");
        bot.say("/nudge stop");
        bot.pass(ofHours(26));
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void slowsDownWhenIgnored() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        for (var hour = 0; hour < 24 * 9; hour++) {
            bot.pass(ofHours(1));
        }
        assertThat(bot.received()).last().asString().startsWith("I'll keep to Mondays");
        assertThat(bot.received()).hasSize(6);
        bot.open();
        assertThat(bot.press("Mondays")).isEqualTo("Mondays it is. /nudge resume brings back your chosen days.");
        bot.pass(ofDays(1));
        assertThat(bot.received()).hasSize(6);
    }

    @Test
    void doesNotSlowDownForOneWhoOnlyLooks() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.pass(ofHours(2));
        for (var morning = 0; morning < 9; morning++) {
            bot.pass(ofDays(1));
            bot.say("/people");
        }
        assertThat(bot.received()).hasSize(7).allMatch(text -> text.startsWith("Good morning"));
    }

    @Test
    void comesBackFromItsSilenceWhenSpokenToThoughOnlyToLook() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.pass(ofHours(2));
        for (var day = 0; day < 60; day++) {
            bot.pass(ofDays(1));
        }
        assertThat(bot.received()).last().asString().startsWith("I'll be quiet until you speak to me.");

        bot.say("/nudge");
        bot.pass(ofDays(3));
        assertThat(bot.received()).last().asString().startsWith("Good morning");
    }

    @Test
    void saysWhenEveryoneIsDone() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.say("/followup Lee tomorrow - call");
        bot.say("/followup Kim 3d - write");
        bot.pass(ofHours(26));
        bot.open();
        assertThat(bot.press("Done")).doesNotContain("That's everyone");
        bot.open();
        var second = bot.shown().buttons().stream()
                .filter(button -> button.label().equals("Done"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(bot.say(second.line())).endsWith("That's everyone. See you Thursday.");
    }

    @Test
    void saysOnAMondayWhoIsNextWhenThatIsWished() {
        turnOn();
        bot.say("/nudge settings weekly:on");
        bot.say("/met Lee");
        bot.say("/followup Lee every month");
        bot.pass(ofDays(7));
        bot.pass(ofHours(2));
        assertThat(bot.received())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "Nobody is waiting on you this week. You were in touch with one person. Lee is next, around 2 April.");
    }

    private void promisedAndTroubled(Delivery... troubles) {
        turnOn();
        bot.recogniseRepeats();
        bot.say("/followup Dana tomorrow");
        for (var trouble : troubles) {
            bot.troubleAhead(trouble);
        }
    }

    private void turnOn() {
        bot.say("/nudge settings on:on");
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
        bot.forgetReceived();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reached out", "Next week", "Skip this time", "Rest this person"})
    void bringsAHelloBackWithItsButtonsWhenUndone(String tick) {
        turnOn();
        bot.say("/met Lee when:2026-01-05");
        bot.say("/followup Lee every 8 weeks");
        bot.pass(ofHours(26));
        bot.open();
        bot.press(tick);
        assertThat(bot.press("Undo")).startsWith("Undone. Everything is as it was before.\nLee — 8 weeks since");
        assertThat(bot.line("Reached out")).startsWith("/reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Done", "Next week", "Skip this time"})
    void bringsAPromiseBackWithItsButtonsWhenUndone(String tick) {
        turnOn();
        bot.say("/followup Dana tomorrow - send the article");
        bot.pass(ofHours(26));
        bot.open();
        bot.press(tick);
        assertThat(bot.press("Undo")).isEqualTo("Undone. Everything is as it was before.\nDana — send the article.");
        assertThat(bot.line("Done")).startsWith("/promise");
    }
}
