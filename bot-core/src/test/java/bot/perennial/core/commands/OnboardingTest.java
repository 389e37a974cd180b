package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void offersTheNudgeOnceAndSaysWhoCanRead() {
        assertThat(bot.say("/met Ana"))
                .contains("I can bring people back to you at good moments, at most three on a morning")
                .contains("Only you can see what you write: not other members, not organisers.");
        bot.pass(Duration.ofMinutes(5));
        assertThat(bot.say("/met Ben")).doesNotContain("I can bring people back to you");
    }

    @Test
    void staysQuietAfterNotNow() {
        bot.say("/met Ana");
        assertThat(bot.press("Not now")).isEqualTo("Fine, it stays as it is.");
        bot.say("/followup Ana tomorrow");
        bot.pass(Duration.ofDays(3));
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void asksForTheTimeWhereTheZoneIsUnknown() {
        bot.withoutZone();
        bot.say("/met Ana");
        var ask = (Reply.Ask) bot.reply(bot.line("Turn on my nudge"));

        assertThat(bot.send(ask, Map.of("zone", "9:00"))).isEqualTo("Which is nearest to you?");
        assertThat(bot.shown().buttons()).hasSizeBetween(2, 5).allMatch(button -> button.line()
                .startsWith("/zone "));
    }

    @Test
    void takesACityForTheZone() {
        bot.withoutZone();
        bot.say("/met Ana");
        var ask = (Reply.Ask) bot.reply(bot.line("Turn on my nudge"));

        assertThat(bot.send(ask, Map.of("zone", "Lisbon"))).isEqualTo("You are in Lisbon.\nWeekdays at 8:30?");
        assertThat(bot.press("Yes")).startsWith("Your nudge is on: weekdays at 8:30");
    }

    @Test
    void asksAgainForAPlaceItDoesNotKnow() {
        bot.withoutZone();
        bot.say("/met Ana");
        var ask = (Reply.Ask) bot.reply(bot.line("Turn on my nudge"));

        assertThat(bot.send(ask, Map.of("zone", "Atlantis"))).startsWith("I don't know that place.");
        assertThat(bot.reply(bot.line("Try again"))).isInstanceOf(Reply.Ask.class);
    }

    @Test
    void changesTheHourInAFormBeforeTurningOn() {
        bot.say("/met Ana");
        bot.press("Turn on my nudge");
        bot.press("Yes");
        var ask = (Reply.Ask) bot.reply(bot.line("Change"));

        assertThat(bot.send(ask, Map.of("on", "on", "days", "monday friday", "hour", "7:45", "cap", "2")))
                .isEqualTo("Your nudge is on: Mon, Fri at 7:45 in UTC, at most 2 people.");
    }

    @Test
    void asksForThreePeopleInTheFirstMessage() {
        bot.say("/nudge settings on:on");
        bot.pass(Duration.ofMinutes(1));
        assertThat(bot.received())
                .containsExactly(
                        "This is where I'll find you. Who are three people you'd be sorry to lose touch with?");
        bot.open();
        var ask = (Reply.Ask) bot.reply(bot.line("Name them"));

        assertThat(bot.send(ask, Map.of("first", "Ana", "second", "Ben", "third", "", "every", "month")))
                .startsWith("Good. I'll bring them back to you:")
                .contains("Ana, every month. Next hello: ", "Ben, every month. Next hello: ");
        assertThat(bot.say("/people")).startsWith("In touch 2");
    }

    @Test
    void asksWhomToBeginWithThreeTimesAndThenNeverAgain() {
        bot.say("/nudge settings on:on");
        for (var hour = 0; hour < 24 * 40; hour++) {
            bot.pass(Duration.ofHours(1));
        }
        assertThat(bot.received().stream().filter(text -> text.startsWith("Nothing to bring you yet")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /nudge settings cap:2             | Your nudge is off. Once it is on, it comes weekdays at 8:30 in UTC, at most 2 people. Everything is kept.
                    /nudge settings on:off            | Your nudge is off. Everything is kept.
                    /nudge settings on:off hour:7am   | Your nudge is off. Once it is on, it comes weekdays at 7:00 in UTC, at most 3 people. Everything is kept.
                    /nudge settings on:on hour:7am    | Your nudge is on: weekdays at 7:00 in UTC, at most 3 people.
                    /nudge settings on:on days:daily  | Your nudge is on: every day at 8:30 in UTC, at most 3 people.
                    /nudge settings on:on zone:Lisbon | Your nudge is on: weekdays at 8:30 in Lisbon, at most 3 people.
                    /nudge settings hour:25           | I couldn't read that hour. Nothing changed. Try 8:30 or 7am.
                    /nudge settings days:someday      | I couldn't read those days. Nothing changed. Try mon wed fri or weekdays.
                    /nudge settings zone:Atlantis     | I couldn't read that place. Nothing changed. Try Lisbon or Europe/Lisbon.
                    /nudge pause until yesterday      | A pause ends on a day to come. Nothing changed. Try /nudge pause 2w.
                    /nudge pause until 1 sep          | Your nudge is off, so there is nothing to pause. /nudge resume brings it back.
                    /nudge settings on:on cap:1       | Your nudge is on: weekdays at 8:30 in UTC, at most 1 person.
                    /nudge settings on:on weekly:on   | Your nudge is on: weekdays at 8:30 in UTC, at most 3 people. On Mondays when nobody is due, a note says so.
                    /nudge resume                     | Your nudge is back: weekdays at 8:30.
                    /nudge                            | Nobody is waiting on you today. See what is coming with /followup.
                    """)
    void answersAboutTheNudge(String line, String answer) {
        assertThat(bot.say(line)).startsWith(answer);
    }

    @Test
    void pausesUntilADayOrForAWeek() {
        bot.say("/nudge settings on:on");

        assertThat(bot.say("/nudge pause until 1 sep")).isEqualTo("Paused until Tue 1 Sep. Nothing is lost.");
        assertThat(bot.say("/nudge pause")).isEqualTo("Paused until Mon 9 Mar. Nothing is lost.");
    }

    @Test
    void saysHowAPauseCanEnd() {
        assertThat(bot.say("/nudge pause until soonish")).contains("Try tomorrow, 2w, fri or 15 aug.");
    }

    @Test
    void undoesAPause() {
        bot.say("/nudge settings on:on");
        bot.pass(Duration.ofMinutes(1));
        bot.forgetReceived();
        bot.say("/followup Ana tomorrow");
        bot.say("/nudge pause 1w");
        bot.press("Undo");
        bot.pass(Duration.ofHours(26));

        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void undoesAStopThoughMorningsWereLeftAlone() {
        bot.say("/nudge settings on:on");
        bot.say("/followup Ana tomorrow");
        bot.pass(Duration.ofDays(1));
        bot.pass(Duration.ofDays(1));
        bot.say("/nudge stop");
        bot.press("Undo");

        assertThat(bot.say("/nudge why")).startsWith("Your nudge comes weekdays at 8:30");
    }

    @Test
    void explainsWhySomeoneIsBrought() {
        bot.say("/met Lee when:2026-01-05 how:message");
        bot.say("/followup Lee every 8 weeks");
        bot.pass(Duration.ofDays(1));

        assertThat(bot.say("/nudge why"))
                .contains(
                        "Lee: every 8 weeks, your choice on 2 March. Last contact 5 January (message). Ideal day 2 March;"
                                + " placed today to keep your mornings light.");
    }
}
