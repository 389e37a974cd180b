package bot.perennial.app;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.db.testing.TestDatabases;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.slack.SlackSettings;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Shown;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A first week with the bot, from the platform's wire to the database and back. */
@Timeout(60)
class EndToEndTest {
    private static final String ANA = "U0ANA";
    private final TestDatabases.Schema schema = TestDatabases.kept(EndToEndTest.class);

    @Test
    void keepsARelationshipOnSlackBySocket() throws IOException, InterruptedException {
        try (var slack = new FakeSlack();
                var bot = new Served(schema, Optional.of(slack.settings()), Optional.empty())) {
            livesAWeek(slack, bot);
        }
    }

    @Test
    void keepsARelationshipOnSlackByHttp() throws IOException, InterruptedException {
        try (var slack = new FakeSlack();
                var bot = new Served(schema, Optional.of(withoutSocket(slack.settings())), Optional.empty())) {
            slack.tellAt(bot.address(), bot.time);
            livesAWeek(slack, bot);
        }
    }

    @Test
    void keepsARelationshipOnDiscord() throws IOException, InterruptedException {
        try (var discord = new FakeDiscord();
                var bot = new Served(schema, Optional.empty(), Optional.of(discord.settings()))) {
            var ana = discord.as("21", "Ana");
            ana.types("met", Map.of("who", "Dana Ortiz", "where", "Blue Bottle", "note", "moving to *fintech*"));
            var logged = discord.next();
            assertThat(logged.text()).contains("Dana Ortiz").contains("Blue Bottle");
            ana.presses("Turn on my nudge", logged);
            ana.sends(discord.nextModal(), Map.of("zone", "UTC"));
            ana.presses("Yes", discord.next());
            assertThat(discord.next().text()).contains("Your nudge is on");
            bot.pass(ofMinutes(1));
            assertThat(discord.next().text()).startsWith("This is where I'll find you.");

            ana.types("followup", Map.of("who", "Dana Ortiz", "when", "tomorrow", "about", "send the article"));
            assertThat(discord.next().text()).contains("Tue 3 Mar");
            bot.pass(ofHours(23));
            assertThat(discord.quiet()).isTrue();
            bot.pass(ofHours(2));
            var nudge = discord.next();
            assertThat(nudge.surface()).hasToString("DIRECT");
            assertThat(nudge.text()).contains("send the article").contains("moving to");
            ana.alone().presses("Done", nudge);
            var edited = discord.next();
            assertThat(edited.edited()).isTrue();
            assertThat(edited.text()).contains("Dana Ortiz", ", done: send the article.");
            bot.pass(ofDays(1));
            assertThat(discord.quiet()).as("nothing is due any more").isTrue();
            assertThat(discord.complaints()).isEmpty();
        }
    }

    private static void livesAWeek(FakeSlack slack, Served bot) {
        slack.member(ANA, "Ana Silva", "UTC", "en-GB");
        var ana = slack.as(ANA);
        ana.types("/met Dana Ortiz at Blue Bottle - moving to *fintech*");
        var logged = slack.next();
        assertThat(logged.text()).contains("Dana Ortiz").contains("Blue Bottle");
        ana.presses("Turn on my nudge", logged);
        ana.presses("Yes", slack.next());
        ana.presses("Yes", slack.next());
        assertThat(slack.next().text()).startsWith("Your nudge is on");
        bot.pass(ofMinutes(1));
        assertThat(slack.next().text()).startsWith("This is where I'll find you.");

        ana.types("/followup Dana Ortiz tomorrow - send the article");
        assertThat(slack.next().text()).contains("Tue 3 Mar");
        bot.pass(ofHours(23));
        assertThat(slack.quiet()).isTrue();
        bot.pass(ofHours(2));
        bot.passUntil(() -> !slack.quiet());
        var nudge = slack.next();
        assertThat(nudge.surface()).isEqualTo(Shown.Surface.DIRECT);
        assertThat(nudge.where()).isEqualTo("D" + ANA);
        assertThat(nudge.text()).contains("send the article").contains("moving to");
        ana.presses("Done", nudge);
        var edited = slack.next();
        assertThat(edited.replaces()).isTrue();
        assertThat(edited.text()).contains("Dana Ortiz", ", done: send the article.");
        bot.pass(ofDays(1));
        assertThat(slack.quiet()).as("nothing is due any more").isTrue();
    }

    private static SlackSettings withoutSocket(SlackSettings settings) {
        return new SlackSettings(
                settings.botToken(),
                Optional.empty(),
                settings.signingSecret(),
                settings.apiUrl(),
                settings.responseHosts());
    }
}
