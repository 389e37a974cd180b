package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.HostileFrames;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** I11 on Slack: what comes through the socket and is nothing. */
@Timeout(600)
class HostileFramesTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final int FRAMES = Integer.getInteger("perennial.frames", 2_000);
    private static final int AT_ONCE = 250;
    private static final List<String> NAMES = List.of(
            "type",
            "envelope_id",
            "payload",
            "command",
            "text",
            "team_id",
            "user_id",
            "trigger_id",
            "team",
            "user",
            "view",
            "actions",
            "event",
            "accepts_response_payload");
    private static final List<String> VALUES = List.of(
            "\"slash_commands\"",
            "\"interactive\"",
            "\"events_api\"",
            "\"hello\"",
            "\"block_actions\"",
            "\"view_submission\"",
            "\"shortcut\"",
            "\"message_action\"",
            "\"T1\"",
            "\"U0ANA\"",
            "{\"id\":\"U0ANA\"}",
            "\"/met\"",
            "true",
            "[]",
            "{}");

    @Test
    void leaveTheBotAlive() {
        System.out.println("perennial.seed=" + SEED);
        var frames = new HostileFrames(SEED, NAMES, VALUES);
        var time = new MovableTime("2026-03-02T09:00:00Z");
        var store = new InMemoryStore();
        try (var slack = new FakeSlack()) {
            var adapter = new SlackAdapter(slack.settings(), new Bot(Commands.all(), store, time), time);
            adapter.start();
            slack.awaitSocket();
            slack.as("U0LEE").types("/met Ben - before");
            assertThat(slack.next().text()).contains("Ben");
            var before = store.snapshot();
            assertThat(adapter.unknown()).isZero();
            HostileFrames.always().forEach(slack::say);
            for (var frame = 1; frame <= FRAMES; frame++) {
                slack.say(frames.next());
                if (frame % AT_ONCE == 0 || frame == FRAMES) {
                    slack.as("U0LEE").types("/people");
                    assertThat(slack.next().text()).contains("Ben");
                }
            }
            assertThat(before).isNotEmpty();
            assertThat(store.snapshot())
                    .as("seed %d", SEED)
                    .contains(before.lines().toList());
            assertThat(adapter.unknown())
                    .as("counted, seed %d", SEED)
                    .isGreaterThanOrEqualTo(HostileFrames.always().size());
            adapter.stop();
        }
    }
}
