package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void asksWhoSendsVeryMuchToWait() {
        for (var each = 0; each < 600; each++) {
            assertThat(bot.say("/met Person " + each)).startsWith("Person " + each);
        }
        assertThat(bot.say("/met Zoe - likes jazz"))
                .isEqualTo("That was a lot in a short time. Nothing stored yet: please send it again in a minute."
                        + "\nYou wrote:\n/met Zoe - likes jazz");
        assertThat(bot.as("kim").say("/met Zoe")).startsWith("Zoe");

        bot.as("sam").pass(Duration.ofSeconds(2));
        assertThat(bot.say("/met Zoe - likes jazz")).startsWith("Zoe");
        assertThat(bot.say("/met Yan")).startsWith("That was a lot");
    }

    /** T14: forms that are opened count, and so do those that are sent. */
    @Test
    void asksWhoOpensFormAfterFormToWait() {
        var form = asked();
        for (var each = 1; each < 300; each++) {
            assertThat(bot.send(form, Map.of("who", "Person " + each))).startsWith("Person " + each);
            form = asked();
        }
        assertThat(bot.send(form, Map.of("who", "Zoe"))).startsWith("Zoe");
        assertThat(bot.send(form, Map.of("who", "Yan"))).startsWith("That was a lot in a short time");
        assertThat(bot.reply("/met")).isInstanceOf(Reply.Refused.class);
    }

    private Reply.Ask asked() {
        return assertThat(bot.reply("/met")).asInstanceOf(type(Reply.Ask.class)).actual();
    }

    /** T14: a storm of questions while nothing is sent. */
    @Test
    void offersNothingToWhoAsksFasterThanAnybodyTypes() {
        bot.say("/met Zoe");
        for (var each = 0; each < 300; each++) {
            assertThat(offered()).isNotEmpty();
        }
        assertThat(offered()).isEmpty();
        assertThat(bot.say("/met Ben")).as("what is sent is taken").startsWith("Ben");
        bot.as("kim").say("/met Zoe");
        assertThat(offered()).isNotEmpty();

        bot.as("sam").pass(Duration.ofSeconds(1));
        assertThat(offered()).isNotEmpty();
    }

    private List<Choice> offered() {
        return bot.bot().complete(bot.gesture(), "met", "who", "zo");
    }

    @Test
    void takesABurstOfOneCommunityAndTenMinutesOfFiftyASecond() {
        var quota = Quota.ofCommunities();
        var now = bot.time().instant();
        for (var each = 0; each < 500; each++) {
            assertThat(quota.allows(List.of("test", "home"), now)).isTrue();
        }
        for (var each = 0; each < 10 * 60 * 50; each++) {
            assertThat(quota.allows(List.of("test", "home"), now.plusMillis(20L * each)))
                    .isTrue();
        }
    }

    @Test
    void keepsOneCommunityFromCrowdingOutTheOthers() {
        for (var each = 0; each < 2000; each++) {
            bot.as("u" + each % 100).bot().typed(bot.gesture(), "nudge", List.of(new Token.Text("why")));
        }
        assertThat(bot.as("kim").say("/met Zoe - likes jazz"))
                .isEqualTo("Very much is going on in your community just now. Nothing stored yet:"
                        + " please send it again in a minute.\nYou wrote:\n/met Zoe - likes jazz");
        assertThat(bot.from("elsewhere").as("kim").say("/met Zoe")).startsWith("Zoe");
        bot.pass(Duration.ofSeconds(1));
        assertThat(bot.from("home").as("kim").say("/met Zoe")).startsWith("Zoe");
    }
}
