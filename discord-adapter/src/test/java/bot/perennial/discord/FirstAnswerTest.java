package bot.perennial.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first answer to an interaction reaches its member, although Discord stumbles over it or the bot is stopping. */
@Timeout(30)
class FirstAnswerTest {
    private static final String ANSWER = "POST /interactions/#/token-#/callback";
    private static final Option<String> TEXT = Option.words("text", "what to say");

    private final FakeDiscord discord = new FakeDiscord();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final DiscordAdapter adapter = new DiscordAdapter(
            discord.settings(),
            new Bot(
                    List.of(
                            new ScriptedCommand(
                                    CommandSpec.of("echo", "Says it back", TEXT),
                                    said -> echo(said.arguments().find(TEXT).orElse(""))),
                            new ScriptedCommand(CommandSpec.of("slow", "Takes its time"), said -> atLast())),
                    new InMemoryStore(),
                    InstantSource.system()),
            InstantSource.system(),
            Alone.at(InstantSource.system()));

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        slow.countDown();
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    static Stream<Trouble> stumbles() {
        return Stream.of(Trouble.code(500, 0), Trouble.code(502, 0), Trouble.code(504, 0), Trouble.page());
    }

    @ParameterizedTest
    @MethodSource("stumbles")
    void isGivenAgainWhenDiscordStumbles(Trouble trouble) {
        discord.troubleAhead(ANSWER, trouble);
        discord.as("21", "Ana").types("echo", Map.of("text", "hello"));
        assertThat(discord.next().text()).isEqualTo("hello");
    }

    @Test
    void isGivenBeforeTheBotStops() throws InterruptedException {
        discord.as("21", "Ana").types("slow", Map.of());
        assertThat(begun.await(10, SECONDS)).isTrue();
        var stopping = Thread.ofVirtual().start(() -> adapter.stop(Duration.ofSeconds(8)));
        slow.countDown();
        assertThat(discord.next().text()).isEqualTo("At last.");
        stopping.join();
    }

    @Test
    void givesBackWhatWasFilledInWhenAFormIsRefused() {
        var ana = discord.as("21", "Ana");
        ana.types("echo", Map.of());
        ana.sends(discord.nextModal(), Map.of("text", "nonsense"));
        assertThat(discord.next().text()).isEqualTo("I won't say nonsense.\nYou wrote:\ntext: `nonsense`");
    }

    private static Reply echo(String text) {
        return switch (text) {
            case "" -> new Reply.Ask(new Form("Echo", "/echo", "Say", List.of(Field.words("text", "What", ""))));
            case "nonsense" -> new Reply.Refused(Message.of("I won't say nonsense."));
            default -> new Reply.Done(Message.of(text));
        };
    }

    private Reply atLast() {
        begun.countDown();
        try {
            assertThat(slow.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Reply.Done(Message.of("At last."));
    }
}
