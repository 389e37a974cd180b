package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.io.IOException;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.junit.jupiter.api.Test;

/** T17: how often the bot may introduce itself, whichever of its processes does. */
class LimitsTest {
    private static final Duration A_WHILE = Duration.ofHours(2);

    @Test
    void areAskedOfDiscord() throws IOException {
        try (var discord = new FakeDiscord()) {
            discord.gateway().recommend(3);
            assertThat(Limits.ask(new PlainRest(discord.settings()))).isEqualTo(new Limits(3, 1, 1000, Duration.ZERO));
        }
    }

    @Test
    void keepTheLastIntroductionsOfADayForAPerson() {
        assertThat(new Limits(1, 1, 21, A_WHILE).pause()).isZero();
        assertThat(new Limits(1, 1, 20, A_WHILE).pause()).isEqualTo(A_WHILE);
    }

    @Test
    void areNotKnownFromAnAnswerThatCannotBeRead() {
        try (var discord = new FakeDiscord()) {
            var rest = new PlainRest(discord.settings());
            discord.troubleAhead("GET /gateway/bot", Trouble.page());
            assertThatThrownBy(() -> Limits.ask(rest)).isInstanceOf(IOException.class);
            discord.troubleAhead("GET /gateway/bot", Trouble.code(500, 0));
            assertThatThrownBy(() -> Limits.ask(rest)).isInstanceOf(IOException.class);
            discord.troubleAhead("GET /gateway/bot", Trouble.code(401, 0));
            assertThatThrownBy(() -> Limits.ask(rest)).isInstanceOf(InvalidTokenException.class);
        }
    }
}
