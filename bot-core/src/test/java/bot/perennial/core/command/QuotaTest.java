package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.TestBot;
import java.time.Duration;
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
}
