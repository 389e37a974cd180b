package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleCommandsTest {
    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @Test
    void saysHowToBeginWhenNobodyIsNoted() {
        assertThat(bot.say("/people")).isEqualTo("Nobody yet. After your next conversation: /met name - one line");
    }

    @Test
    void tellsInTouchFromCoolingAndQuiet() {
        bot.say("/met Ana next:2w");
        bot.say("/met Ben when:2025-04-15");
        bot.say("/met Cleo when:2023-08-01");

        assertThat(bot.say("/people")).isEqualTo("""
                        In touch 1 · Cooling 1 · Quiet 1
                        In touch
                        Ana — today, next Tue 19 Aug
                        Cooling
                        Ben — 3 months ago
                        Quiet
                        Cleo — 2 years ago""");
    }

    @Test
    void countsBeingInTouchByTheRhythm() {
        bot.say("/met Ana when:2025-06-01");
        bot.say("/followup ana every 2w");
        bot.say("/met Ben when:2025-06-01");
        bot.say("/followup ben every 6 months");

        assertThat(bot.say("/people")).startsWith("In touch 1 · Cooling 0 · Quiet 1");
    }

    @Test
    void opensACard() {
        bot.say("/met Lee Ko");
        bot.say("/met Dana Ortiz at Blue Bottle when:2025-03-12 - moving to fintech in May #fintech");
        bot.say("/met Dana Ortiz how:call");
        bot.say("/followup dana every 8 weeks");
        bot.say("/followup dana fri - send the visa article");

        assertThat(bot.say("/people dana")).isEqualTo("""
                        Dana Ortiz · fintech · every 8 weeks, next Fri 8 Aug (your date)
                        Noted: “moving to fintech in May #fintech” (12 March)
                        Last: call (today) · Blue Bottle 12 March
                        You promised: send the visa article, Fri 8 Aug""");
    }

    @Test
    void remembersOnACardWhoHelpedWhom() {
        bot.say("/met Ana - mock interview");
        bot.press("They helped me");
        bot.pass(Duration.ofDays(1));
        bot.say("/met Ana - read their essay");
        bot.press("I helped them");

        assertThat(bot.say("/people ana"))
                .contains("You gave: “read their essay” 6 August · They gave: “mock interview” 5 August");
    }

    @Test
    void leavesTheRestToSayOfAMeetingWhenOneThingWasSaid() {
        bot.say("/met Ana");
        assertThat(bot.press("They helped me")).startsWith("Noted: Ana helped you.");
        assertThat(bot.press("I helped them")).isEqualTo("Noted: you helped Ana.");
        var ask = (Reply.Ask) bot.reply(bot.line("Did they suggest someone?"));
        assertThat(bot.send(ask, Map.of("who", "Dana"))).isEqualTo("Added Dana, suggested by Ana.");
    }

    @Test
    void leavesTheLogInSightWhenSomeoneWasSuggested() {
        bot.say("/met Lee Ko");
        var ask = (Reply.Ask) bot.reply(bot.line("Did they suggest someone?"));
        assertThat(bot.bot().sent(bot.gesture(), ask.form().line(), Map.of("who", "Dana")))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.BESIDE));
    }

    @Test
    void namesOnACardWhoSuggestedThem() {
        bot.say("/met Lee Ko");
        var ask = (Reply.Ask) bot.reply(bot.line("Did they suggest someone?"));
        bot.send(ask, Map.of("who", "Dana", "note", "visa advice"));

        assertThat(bot.say("/people dana"))
                .startsWith("Dana · via Lee Ko")
                .contains("Up to: visa advice (noted 5 August)");
    }

    @Test
    void asksWhichCardWhenANameFitsSeveral() {
        bot.say("/met Dana Ortiz #fintech");
        bot.say("/met Dana Wu");

        assertThat(bot.say("/people dana")).isEqualTo("Which dana? Nothing changed yet.");
        assertThat(bot.press("Dana Ortiz · fintech, met 1×")).startsWith("Dana Ortiz · fintech");
    }

    @Test
    void neverTakesASingleLetterForAName() {
        bot.say("/met Dana Ortiz");

        assertThat(bot.say("/met D - a note")).contains("Saved. Which D?");
        assertThat(bot.press("Dana Ortiz · met 1×")).contains("Filed under Dana Ortiz");
    }

    @Test
    void saysWhatToDoAboutSomeoneUnknown() {
        assertThat(bot.say("/people zoe"))
                .isEqualTo("I don't know zoe yet. Nothing changed. Search your notes with /people find zoe, or add"
                        + " them with /met zoe.");
    }

    @Test
    void logsFromACard() {
        bot.say("/met Ana");
        bot.pass(Duration.ofHours(1));
        bot.say("/people ana");
        var ask = (Reply.Ask) bot.reply(bot.line("Log"));

        assertThat(bot.send(ask, Map.of("when", "yesterday", "note", "she moved", "how", "call")))
                .contains("Ana — call, yesterday (Mon 4 Aug). “she moved”");
    }

    @Test
    void findsByAnyWordsThatWereNoted() {
        bot.say("/met Dana Ortiz at PyCon 24 - wants visa advice #fintech");
        bot.say("/met Élodie at PyCon 24 - jazz");
        bot.say("/met Ruth - small-company tax");

        assertThat(bot.say("/people find fintech VISA")).isEqualTo("Dana Ortiz — today: “fintech”");
        assertThat(bot.say("/people find pycon"))
                .contains("Dana Ortiz")
                .contains("Élodie")
                .doesNotContain("Ruth");
        assertThat(bot.say("/people find elo")).isEqualTo("Élodie — today");
        assertThat(bot.say("/people find company")).contains("Ruth — today: “small-company tax”");
        assertThat(bot.say("/people find visa tax")).startsWith("Nobody fits “visa tax”");
    }

    @Test
    void showsTheQuietOnesLongestSilenceFirst() {
        bot.say("/met Ana when:2024-02-01");
        bot.say("/met Ben when:2023-02-01");
        bot.say("/met Cleo");

        assertThat(bot.say("/people quiet"))
                .isEqualTo("Quiet\nBen — 2 years since you spoke.\nAna — 18 months since you spoke.");
        assertThat(bot.press("Reached out")).startsWith("✓ Ben, today");
    }

    @Test
    void changesACardInOneLine() {
        bot.say("/met Dana");

        assertThat(bot.say("/people edit dana name:\"Dana Ortiz\" needs:visa advice offers:pricing"))
                .contains("Dana Ortiz")
                .contains("Needs: visa advice · Offers: pricing");
        assertThat(bot.say("/people edit dana upto:moving to Lisbon"))
                .contains("Up to: moving to Lisbon (noted 5 August) · Needs: visa advice");
    }

    @Test
    void emptiesWhatTheFormLeavesEmpty() {
        bot.say("/met Dana #fintech");
        bot.say("/people edit dana needs:visa advice");
        var ask = (Reply.Ask) bot.reply("/people edit dana");

        assertThat(bot.send(ask, Map.of("name", "Dana", "tags", "#jazz")))
                .contains("Dana · jazz")
                .doesNotContain("visa");
    }

    @Test
    void forgetsSomeoneAfterAskingAndBringsThemBack() {
        bot.say("/met Dana at PyCon - likes jazz");
        bot.say("/followup dana fri - send the article");

        assertThat(bot.say("/people forget dana"))
                .contains("Forget Dana? What goes with them: 1 log and 1 open promise.");
        assertThat(bot.press("Forget")).contains("Dana is forgotten");
        assertThat(bot.say("/people dana")).startsWith("I don't know dana yet");
    }

    @Test
    void undoesAForgetting() {
        bot.say("/met Dana at PyCon - likes jazz");
        bot.say("/followup dana fri - send the article");
        var before = bot.say("/people dana");
        bot.say("/people forget dana");
        bot.press("Forget");

        bot.press("Undo");

        assertThat(bot.say("/people dana")).isEqualTo(before);
    }

    @Test
    void choosesAnotherRhythm() {
        bot.say("/met Dana");
        bot.press("Monthly");
        bot.say("/people dana");

        assertThat(bot.press("Change rhythm"))
                .isEqualTo("How often would you like to stay in touch with Dana? Now: every month.");
        assertThat(bot.press("Twice a year")).contains("Dana, every 6 months");
    }
}
