package bot.perennial.core.nudge;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndeliveredTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void waitsOutTrouble() {
        turnOn();
        bot.say("/followup Dana tomorrow");
        bot.troubleAhead(new Delivery.Later(ofMinutes(10), "rate limited"));
        bot.pass(ofHours(26));
        bot.pass(ofMinutes(5));
        assertThat(bot.received()).isEmpty();
        bot.pass(ofMinutes(6));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void keepsWhatCouldNotBeDelivered() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.troubleAhead(new Delivery.Hopeless("cannot message this user"));
        bot.pass(ofHours(26));
        assertThat(bot.received()).isEmpty();

        bot.pass(ofMinutes(1));
        assertThat(bot.say("/met Ben")).startsWith("I couldn't message you today, so I kept ");
        assertThat(bot.press("Show")).contains("Dana — send it");
        bot.pass(ofDays(1));
        assertThat(bot.received()).hasSize(1).first().asString().contains("send it");
        assertThat(bot.say("/met Cleo")).doesNotContain("couldn't message you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Show", "How?"})
    void leavesTheAnswerInSightWhenWhatWasKeptIsLookedAt(String button) {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.troubleAhead(new Delivery.Hopeless("cannot message this user"));
        bot.pass(ofHours(26));
        bot.say("/met Ben");
        assertThat(bot.bot().pressed(bot.gesture(), bot.line(button)))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.BESIDE));
    }

    @Test
    void saysEachTimeAnewThatItCouldNotBeDelivered() {
        turnOn();
        for (var who : List.of("Ben", "Cleo")) {
            bot.say("/followup Dana tomorrow - send it");
            bot.troubleAhead(new Delivery.Hopeless("cannot message this user"));
            bot.pass(ofHours(26));
            bot.pass(ofMinutes(1));
            assertThat(bot.say("/met " + who)).startsWith("I couldn't message you today, so I kept ");
            bot.pass(ofHours(24));
            assertThat(bot.say("/met " + who + " Two")).doesNotContain("couldn't message you");
        }
    }

    @Test
    void triesAgainOnceTheySpeakThoughOnlyToLook() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        for (var morning = 0; morning < 2; morning++) {
            bot.troubleAhead(new Delivery.Hopeless("cannot message this user"));
            bot.pass(ofHours(morning == 0 ? 26 : 24));
            bot.pass(ofMinutes(1));
            bot.say("/followup");
        }
        bot.pass(ofDays(1));
        assertThat(bot.received()).hasSize(1).first().asString().contains("send it");
    }

    @Test
    void isNotSentAgainAfterAPowerCut() {
        powerCut();
        bot.pass(ofMinutes(10));
        assertThat(bot.received()).hasSize(1);
        bot.pass(ofDays(1));
        assertThat(bot.received()).as("carried over to the next morning").hasSize(2);
    }

    @Test
    void isFoundWhereItArrivedBeforeAPowerCut() {
        powerCut();
        bot.willSee(new Trace.Later(ofMinutes(1)), new Trace.Found("m1"));
        bot.pass(ofMinutes(10));
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
        assertThat(bot.say("/nudge why")).doesNotContain("may not have arrived");
    }

    @Test
    void isBroughtWhenItIsSeenThatItNeverArrived() {
        powerCut(new Delivery.Unclear("no answer"));
        bot.willSee(new Trace.Missing());
        bot.pass(ofMinutes(10));
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1).first().asString().contains("send it");
    }

    @Test
    void isGivenUpWhenNobodyCanBeAskedForHours() {
        powerCut(new Delivery.Unclear("no answer"));
        for (var hour = 0; hour < 5; hour++) {
            bot.willSee(new Trace.Later(ofMinutes(40)));
            bot.pass(ofHours(1));
        }
        bot.willSee(new Trace.Missing());
        bot.pass(ofHours(1));
        assertThat(bot.received()).isEmpty();
        assertThat(bot.say("/nudge why")).contains("may not have arrived");
        bot.pass(ofHours(18));
        assertThat(bot.received()).as("carried over").hasSize(1);
    }

    @Test
    void isLookedForWhenItsRepeatsAreRecognisedNoMore() {
        bot.recogniseRepeats();
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.troubleAhead(new Delivery.Unclear("no answer"));
        bot.pass(ofHours(26));
        bot.willSee(new Trace.Missing());
        bot.pass(ofMinutes(2));
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void isNotSentByARoundThatWasHeldUpUntilItsClaimEnded() {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.holdUp(ofMinutes(4));
        bot.pass(ofHours(26));
        assertThat(bot.received()).isEmpty();
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void staysInDoubtWhenThereIsNothingLeftToSay() {
        bot.recogniseRepeats();
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        bot.troubleAhead(new Delivery.Unclear("no answer"));
        bot.pass(ofHours(26));
        bot.say("/people forget Dana");
        bot.press("Forget");
        bot.pass(ofSeconds(6));
        assertThat(bot.say("/nudge why")).contains("may not have arrived");
    }

    @Test
    void keepsToOneNudgeAfterStandingStillForADay() {
        turnOn();
        bot.say("/followup Dana tomorrow");
        bot.pass(ofDays(2));
        assertThat(bot.received()).isEmpty();
        bot.pass(ofHours(2));
        assertThat(bot.received()).hasSize(1);
    }

    private void powerCut(Delivery... before) {
        turnOn();
        bot.say("/followup Dana tomorrow - send it");
        List.of(before).forEach(bot::troubleAhead);
        bot.powerCutAfterSending();
        assertThatThrownBy(() -> bot.pass(ofHours(26))).hasRootCauseMessage("power cut");
    }

    private void turnOn() {
        bot.say("/nudge settings on:on");
        bot.pass(ofMinutes(1));
        assertThat(bot.received()).hasSize(1);
        bot.forgetReceived();
    }
}
