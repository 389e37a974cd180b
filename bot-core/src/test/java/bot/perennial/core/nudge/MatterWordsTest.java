package bot.perennial.core.nudge;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.TestBot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a nudge greets, and what it says of one person. */
class MatterWordsTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @BeforeEach
    void turnOn() {
        bot.say("/nudge settings on:on");
        bot.pass(ofMinutes(1));
        bot.forgetReceived();
    }

    @Test
    void quotesWhatWasNotedLastWhenTheLastTalkLeftNoNote() {
        bot.say("/met Lee when:9 feb how:message - daughter choosing colleges");
        bot.say("/met Lee when:10 feb how:message");
        bot.say("/met Lee when:11 feb how:message");
        bot.say("/followup Lee every 2 weeks");
        bot.pass(ofHours(26));
        assertThat(bot.received())
                .last()
                .asString()
                .contains(
                        "You noted “daughter choosing colleges”. Your last three were messages; a call might be nice.");
    }

    @ParameterizedTest
    @CsvSource({"Ana, Ana", "Ana María Silva, Ana", "Dr. Ana Silva, Dr. Ana Silva", "' ', ''"})
    void greetsByTheFirstName(String name, String greeted) {
        bot.called(name);
        bot.say("/followup Lee tomorrow");
        bot.pass(ofHours(26));

        assertThat(bot.received())
                .last()
                .asString()
                .startsWith("Good morning" + (greeted.isEmpty() ? "" : ", " + greeted) + ". One person today.");
    }

    @Test
    void saysWhatWasPromisedAndWhatWasNotedBeforeTheLastTalk() {
        bot.say("/met Dana when:9 feb - moving to fintech in May");
        bot.say("/met Dana when:1 mar how:call");
        bot.say("/followup Dana tomorrow - send the visa article kind:share");
        bot.pass(ofHours(26));
        assertThat(bot.received())
                .last()
                .asString()
                .contains("Dana — send the visa article. Call 2 days ago. You noted “moving to fintech in May”.");
    }

    @Test
    void remembersWhoHelped() {
        bot.say("/met Priya - prepared me for Acme");
        bot.press("They helped me");
        bot.say("/followup Priya every month");
        bot.pass(ofDays(31));
        bot.pass(ofHours(2));
        assertThat(bot.received())
                .first()
                .asString()
                .contains("Priya — helped you 4 weeks ago: “prepared me for Acme”. They may like to hear how it went.");
    }
}
