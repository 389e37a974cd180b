package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetCommandTest {
    private final TestBot bot = new TestBot("2025-08-05T09:00:00Z");

    @Test
    void saysWhatItStoredWithTheDate() {
        assertThat(
                        bot.say(
                                "/met Dana Ortiz at Blue Bottle - moving to fintech in May, wants visa advice #fintech next:2w"))
                .contains(
                        "Dana Ortiz — at Blue Bottle, today (Tue 5 Aug). “moving to fintech in May, wants visa advice #fintech”")
                .contains("Next hello: Tue 19 Aug (in 2 weeks)")
                .contains("Added Dana Ortiz — only you can see this.");
    }

    @Test
    void asksInAFormWhenNothingIsSaid() {
        assertThat(bot.reply("/met")).isInstanceOf(Reply.Ask.class);
    }

    @Test
    void saysWhatItNeedsWhenNobodyIsNamed() {
        assertThat(bot.say("/met at PyCon")).startsWith("I need to know who: /met <who>");
    }

    @Test
    void logsSeveralAtOnce() {
        assertThat(bot.say("/met \"Jo at Acme\", Lee Ko at PyCon when:yesterday"))
                .contains("Logged 2 people at PyCon, yesterday (Mon 4 Aug): Jo at Acme, Lee Ko.");
    }

    @Test
    void keepsUrlsAndOddColonsInTheNote() {
        assertThat(bot.say("/met Ruth - see https://example.org/a?b=c:d at noon, note it"))
                .contains("“see https://example.org/a?b=c:d at noon, note it”");
    }

    @Test
    void asksWhichOfTwoAfterSaving() {
        bot.say("/met Dana Ortiz #fintech");
        bot.say("/met Dana Wu");

        assertThat(bot.say("/met Dana at the park - likes jazz")).contains("Saved. Which Dana?");
        assertThat(bot.press("Dana Ortiz · fintech, met 1×")).contains("Filed under Dana Ortiz");
        assertThat(bot.say("/met Dana Ortiz - again, later")).contains("Your 3rd time");
    }

    @Test
    void tellsTheLastTimeAlsoWhenItIsLaterThanWhatIsLogged() {
        bot.say("/met Ana when:1 aug");
        assertThat(bot.say("/met Ana")).contains("Your 2nd time; before this, 1 August.");
        assertThat(bot.say("/met Ana - again")).contains("Your 3rd time; before this, earlier today.");
        assertThat(bot.say("/met Ana when:12 jul")).contains("Your 4th time; the latest, 5 August.");
    }

    @Test
    void noticesTheSameLogSentTwice() {
        bot.say("/met Ana at PyCon");
        bot.pass(Duration.ofMinutes(1));

        assertThat(bot.say("/met Ana at PyCon")).isEqualTo("Already logged a moment ago.");
        assertThat(bot.press("It was a second meeting")).contains("Logged as a second meeting");
    }

    @Test
    void offersAFollowUpForWhatHasNotHappenedYet() {
        assertThat(bot.say("/met Ana when:2025-08-09")).contains("hasn't happened yet. Make it a follow-up?");
        assertThat(bot.press("Yes")).contains("Ana, Sat 9 Aug (in 4 days)");
    }

    @Test
    void saysWhenANoteIsTooLongForTheFollowUpsButton() {
        assertThat(bot.say("/met Ana when:2025-08-09 - " + "bring the signed papers ".repeat(4)))
                .contains("Your note would stay behind");
        assertThat(bot.press("Yes")).contains("Ana, Sat 9 Aug (in 4 days)");
    }

    @Test
    void undoesExactlyWhatItDid() {
        bot.say("/met Ana");
        var before = bot.store().snapshot();
        bot.pass(Duration.ofMinutes(10));

        bot.say("/met Ana at PyCon - note");
        bot.press("Undo");

        assertThat(bot.say("/met Ana - now")).contains("Your 2nd time");
        assertThat(before).isNotEmpty();
    }

    @Test
    void leavesNothingToPressOfALogThatWasUndone() {
        bot.say("/met Ana at PyCon - note");
        assertThat(bot.bot().pressed(bot.gesture(), bot.line("Undo")))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.place()).isEqualTo(Reply.Place.WHOLE));
    }

    @Test
    void restartsTheRhythmFromTheDayItHappened() {
        bot.say("/met Ana");
        bot.press("Monthly");
        bot.pass(Duration.ofDays(20));

        assertThat(bot.say("/met Ana when:10d ago")).contains("Next hello: Mon 15 Sep");
        assertThat(bot.say("/met Ana when:2025-07-01")).contains("Next hello: Mon 15 Sep");
    }

    @Test
    void keepsUpToThreeAfterAnEvent() {
        assertThat(bot.say("/met Ana, Ben, Cleo, Dev at PyCon"))
                .contains("Logged 4 people at PyCon")
                .contains("Keep up to three in touch");
    }

    @Test
    void offersToGetBackToSomeoneInOneTap() {
        bot.say("/met Ana");
        bot.press("Just remember");
        bot.pass(Duration.ofHours(1));

        assertThat(bot.say("/met Ana - moved to Lisbon")).contains("When would you like to get back to them?");
        assertThat(bot.press("1 month")).contains("Ana, Fri 5 Sep (in 4 weeks)");
    }

    @Test
    void asksAboutThePromisesToEachOfSeveral() {
        bot.say("/followup Ana fri - send the article");
        bot.say("/followup Ben today");

        assertThat(bot.say("/met Ana, Ben at PyCon"))
                .contains("Ana: you had promised “send the article” for Fri 8 Aug.")
                .doesNotContain("Ben: you");
        assertThat(bot.say("/followup")).doesNotContain("Ben");
    }

    @Test
    void editsALogInAForm() {
        bot.say("/met Ana at PyCon");
        var line = bot.shown().buttons().stream()
                .filter(button -> button.label().equals("Edit"))
                .findFirst()
                .orElseThrow()
                .line();
        var ask = (Reply.Ask) bot.bot().pressed(bot.gesture(), line);

        assertThat(bot.send(ask, Map.of("when", "2025-08-01", "where", "EuroPython", "note", "likes jazz")))
                .contains("Changed: Ana — at EuroPython, 4 days ago (Fri 1 Aug). “likes jazz”");
    }

    @Test
    void saysWhatASecondMeetingWas() {
        bot.say("/met Ana at PyCon");
        bot.say("/met Ana at PyCon");
        assertThat(bot.press("It was a second meeting"))
                .isEqualTo("Logged as a second meeting: Ana — at PyCon, today (Tue 5 Aug).");
    }
}
