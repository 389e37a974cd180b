package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiscordRateLimitTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    /** Longer than a nudge waits for its answer; JDA waits out what is shorter. */
    private static final Map<String, Long> TOLD =
            Map.of("30", 30L, "3600", 3600L, "", 30L, "abc", 30L, "-5", 30L, "29.5", 30L, "99999999999", 30L);

    @Test
    void waitsAsLongAsItIsTold() {
        var outcomes = new HashMap<String, CompletableFuture<Delivery>>();
        TOLD.keySet().forEach(told -> outcomes.put(told, told("POST /channels/#/messages", told)));
        var opening = told("POST /users/@me/channels", "30");
        outcomes.forEach((told, outcome) -> assertThat(outcome.join())
                .as("Retry-After: " + told)
                .isEqualTo(new Delivery.Later(
                        Duration.ofSeconds(Optional.ofNullable(TOLD.get(told)).orElseThrow()), "rate limited")));
        assertThat(opening.join()).as("for everybody").isEqualTo(new Delivery.Limited(Duration.ofSeconds(30)));
    }

    /** Connects, and delivers meanwhile. */
    private static CompletableFuture<Delivery> told(String path, String retryAfter) {
        var discord = new FakeDiscord();
        var adapter = new DiscordAdapter(
                discord.settings(), new Bot(List.of(), new InMemoryStore(), TIME), TIME, Alone.at(TIME));
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
        discord.troubleAhead(path, Trouble.rateLimited(retryAfter));
        return CompletableFuture.supplyAsync(
                () -> {
                    try (discord) {
                        var outcome = adapter.courier()
                                .deliver(
                                        new Account("discord", FakeDiscord.GUILD, "21"),
                                        Message.of("Good morning"),
                                        "key");
                        adapter.stop(Duration.ZERO);
                        return discord.quiet() ? outcome : new Delivery.Sent("all the same");
                    }
                },
                task -> Thread.ofPlatform().start(task));
    }

    @Test
    void sendsNoAnswerThatNobodyWaitsForAnyMore() {
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(
                    discord.settings(), new Bot(List.of(), new InMemoryStore(), TIME), TIME, Alone.at(TIME));
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
            // the call is heard before its answer is read: who is answered until then was not held back
            var before = 0;
            discord.as("22", "Kim").types("met", Map.of("who", "too early"));
            while (!nudge.isDone()) {
                if (answers(discord) > before) {
                    discord.next();
                    before++;
                    discord.as("22", "Kim").types("met", Map.of("who", "too early"));
                }
                Thread.onSpinWait();
            }
            discord.next();

            discord.as("23", "Lee").types("met", Map.of("who", "in time"));
            discord.next();
            adapter.stop(Duration.ofSeconds(5));

            assertThat(answers(discord)).isEqualTo(before + 1);
        }
    }

    private static int answers(FakeDiscord discord) {
        return discord.calls("POST /interactions/#/token-#/callback").size();
    }
}
