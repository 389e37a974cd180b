package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.requests.CloseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GatewayClosedTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    private final FakeDiscord discord = new FakeDiscord();
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), new Bot(List.of(), new InMemoryStore(), TIME), TIME, Alone.at(TIME));

    @ParameterizedTest
    @EnumSource(
            value = CloseCode.class,
            names = {"AUTHENTICATION_FAILED", "DISALLOWED_INTENTS", "INVALID_INTENTS", "SHARDING_REQUIRED"})
    void doesNotKeepIdentifying(CloseCode code) {
        discord.gateway().refuse(code.getCode());

        untilRefused();

        assertThat(adapter.ready()).isFalse();
        assertThat(discord.sessions()).hasSize(1);
        assertThat(GatewayWatch.remedy(code)).isNotBlank();
    }

    @Test
    void doesNotTryARefusedTokenAgain() {
        discord.troubleAhead("GET /users/@me", Trouble.code(401, 0));

        untilRefused();

        assertThat(adapter.ready()).isFalse();
        assertThat(discord.calls("GET /users/@me")).hasSize(1);
        assertThat(discord.sessions()).isEmpty();
    }

    private void untilRefused() {
        try (discord) {
            adapter.start();
            while (!adapter.refused()) {
                Thread.onSpinWait();
            }
            adapter.stop(Duration.ZERO);
        }
    }
}
