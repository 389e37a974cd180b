package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.DiscordAdapter;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F18: interactions that came while the gateway was away, and that nobody waits for any more. */
@Timeout(60)
class ExpiredTest {
    private static final String CALLBACK = "POST /interactions/#/token-#/callback";
    private static final int MANY = 50;

    private final Overheard overheard = new Overheard();

    ExpiredTest() throws Exception {}

    @AfterEach
    void end() throws Exception {
        overheard.end();
    }

    @Test
    void raisesNoStormOfErrors() throws Exception {
        var time = new MovableTime("2026-03-02T09:00:00Z");
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(
                    discord.settings(), new Bot(Commands.all(), new InMemoryStore(), time), time, Alone.at(time));
            adapter.start();
            Awaitility.await().until(adapter::ready);
            discord.gateway().cut();
            for (var one = 0; one < MANY; one++) {
                discord.troubleAhead(CALLBACK, Trouble.code(404, 10062));
                discord.as("21", "Ana").types("met", Map.of("who", "Ben", "note", "number " + one));
            }
            Awaitility.await().until(() -> discord.calls(CALLBACK).size() >= MANY);
            discord.as("22", "Eve").types("met", Map.of("who", "Lee"));
            assertThat(discord.next().text()).contains("Lee");
            adapter.stop(Duration.ofSeconds(5));

            assertThat(discord.calls(CALLBACK)).hasSize(MANY + 1);
        }
        assertThat(overheard.lines())
                .anyMatch(line -> line.contains("discord answer not taken"))
                .filteredOn(line -> line.contains("bot.perennial.discord") || line.contains("net.dv8tion"))
                .noneMatch(line -> line.contains("\"level\":\"WARN\"") || line.contains("\"level\":\"ERROR\""));
    }
}
