package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiscordRateLimitTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @Test
    void waitsAsLongAsItIsTold() {
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(discord.settings(), new Bot(List.of(), new InMemoryStore(), TIME), TIME);
            adapter.start();
            while (!adapter.ready()) {
                Thread.onSpinWait();
            }
            discord.troubleAhead("POST /channels/#/messages", Trouble.rateLimited(3600));

            var outcome = adapter.courier()
                    .deliver(new Account("discord", FakeDiscord.GUILD, "21"), Message.of("Good morning"), "key");
            adapter.stop(Duration.ZERO);

            assertThat(outcome).isEqualTo(new Delivery.Later(Duration.ofHours(1), "rate limited"));
            assertThat(discord.quiet()).isTrue();
        }
    }

    @Test
    void sendsNoAnswerThatNobodyWaitsForAnyMore() {
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(discord.settings(), new Bot(List.of(), new InMemoryStore(), TIME), TIME);
            adapter.start();
            while (!adapter.ready()) {
                Thread.onSpinWait();
            }
            discord.troubleAhead("POST /channels/#/messages", Trouble.rateLimited(5));
            var nudge = CompletableFuture.supplyAsync(() -> adapter.courier()
                    .deliver(new Account("discord", FakeDiscord.GUILD, "21"), Message.of("Good morning"), "key"));
            while (discord.calls("POST /channels/#/messages").isEmpty()) {
                Thread.onSpinWait();
            }
            discord.as("22", "Kim").types("met", Map.of("who", "too early"));
            nudge.join();
            discord.next();

            discord.as("23", "Lee").types("met", Map.of("who", "in time"));
            discord.next();
            adapter.stop(Duration.ofSeconds(5));

            assertThat(discord.calls("POST /interactions/#/token-#/callback")).hasSize(1);
        }
    }
}
