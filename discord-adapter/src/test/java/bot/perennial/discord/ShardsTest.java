package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.duty.Rota;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F17 and F27: two processes of one bot on one database; each looks after its shards when it is told to. */
@Timeout(60)
class ShardsTest {
    private static final String GUILD_OF_SHARD_1 = "300000000004194305";
    private static final Duration NOT_YET = Duration.ofSeconds(11);
    private static final Duration UNTIL_TAKEN_OVER = Duration.ofSeconds(14);

    private final FakeDiscord discord = new FakeDiscord();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore duties = new InMemoryStore();
    private final InMemoryStore notesOfOne = new InMemoryStore();
    private final InMemoryStore notesOfOther = new InMemoryStore();
    private final DiscordAdapter one = adapter("one", notesOfOne);
    private final DiscordAdapter other = adapter("other", notesOfOther);

    @AfterEach
    void keepToTheRules() {
        one.stop(Duration.ofSeconds(2));
        other.stop(Duration.ofSeconds(2));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @Test
    void areOneSessionOfTwoProcesses() {
        one.look();
        other.look();
        until(one::ready);
        assertThat(other.ready()).isTrue();
        assertThat(other.standingBy()).isTrue();
        assertThat(other.courier().onDuty()).isFalse();
        time.pass(Duration.ofSeconds(5));
        one.look();
        other.look();
        answers("Ben");
        assertThat(discord.sessions()).hasSize(1);
        assertThat(discord.answered()).hasSize(1);
        assertThat(notesOfOther.snapshot()).isEmpty();
    }

    @Test
    void areTakenOverFromOneThatIsHeldUpAndSendsNothingAnyMore() throws IOException {
        one.look();
        other.look();
        until(one::ready);
        time.pass(NOT_YET);
        other.look();
        assertThat(other.standingBy()).isTrue();
        takesOver();
        assertThat(discord.gateway().shards()).as("one has not noticed").containsExactly("0 of 1", "0 of 1");

        for (var name : List.of("Ben", "Carla", "Dana", "Eve", "Fay")) {
            answers(name);
        }
        assertThat(notesOfOne.snapshot()).isEmpty();
        assertThat(one.courier().deliver(new Account("discord", FakeDiscord.GUILD, "21"), Message.of("Hello."), "key"))
                .isInstanceOf(Delivery.Later.class);
        discord.gateway().cut(0);
        one.look();
        assertThat(one.standingBy()).isTrue();
        until(() -> discord.gateway().shards().equals(List.of("0 of 1")));
        answers("Gus");
        assertThat(discord.answered()).hasSize(6);
        assertThat(discord.sessions()).doesNotContain("resume");
    }

    @Test
    void areNotResumedByOneWhoseTheyAreNoMore() throws IOException {
        one.look();
        other.look();
        until(one::ready);
        takesOver();
        discord.gateway().cut(0);
        until(() -> !one.ready());
        answers("Ben");
        answers("Carla");
        assertThat(discord.gateway().shards()).hasSize(1);
        one.look();
        assertThat(one.standingBy()).isTrue();
        assertThat(discord.sessions()).doesNotContain("resume");
    }

    @Test
    void areTakenOverAtOnceFromOneThatStops() {
        one.look();
        other.look();
        until(one::ready);
        one.stop(Duration.ofSeconds(2));
        until(() -> discord.gateway().shards().isEmpty());
        time.pass(Duration.ofSeconds(5)); // as far as introductions are apart
        other.look();
        until(() -> other.ready() && !other.standingBy());
        answers("Ben");
        assertThat(notesOfOther.snapshot()).isNotEmpty();
    }

    @Test
    void areKeptByOneWhomDiscordRefuses() {
        discord.gateway().refuse(4004);
        one.look();
        other.look();
        until(one::refused);
        time.pass(NOT_YET);
        one.look();
        time.pass(NOT_YET);
        other.look();
        assertThat(other.standingBy()).isTrue();
        assertThat(one.ready()).isFalse();
        assertThat(discord.sessions()).hasSize(1);
    }

    @Test
    void areSpreadOverTwoProcesses() {
        discord.gateway().recommend(2);
        one.look();
        until(() -> discord.gateway().shards().contains("0 of 2"));
        time.pass(Duration.ofSeconds(5));
        other.look();
        one.look();
        other.look();
        until(() -> one.ready() && other.ready() && !other.standingBy());
        assertThat(discord.gateway().shards()).containsExactlyInAnyOrder("0 of 2", "1 of 2");

        answers("Ben");
        assertThat(notesOfOther.snapshot()).isEmpty();
        discord.as("22", "Kim").in(GUILD_OF_SHARD_1).types("met", Map.of("who", "Carla"));
        assertThat(discord.next().text()).contains("Carla");
        assertThat(notesOfOther.snapshot()).isNotEmpty();
        assertThat(discord.answered()).hasSize(2);
    }

    /** What still reaches the first lets it ask for its shard once more, and keep it for so long. */
    private void takesOver() {
        until(() -> {
            if (other.standingBy()) {
                time.pass(UNTIL_TAKEN_OVER);
                other.look();
            }
            return other.ready() && !other.standingBy();
        });
    }

    private void answers(String name) {
        discord.as("21", "Ana").types("met", Map.of("who", name));
        assertThat(discord.next().text()).contains(name);
    }

    private DiscordAdapter adapter(String process, InMemoryStore notes) {
        return new DiscordAdapter(
                discord.settings(),
                new Bot(Commands.all(), notes, time),
                time,
                new Rota(duties, "discord", process, time));
    }

    private static void until(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the time is up")
                    .isFalse();
            Thread.onSpinWait();
        }
    }
}
