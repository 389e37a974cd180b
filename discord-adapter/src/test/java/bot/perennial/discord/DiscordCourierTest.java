package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordCourierTest {
    private static final String OPEN = "POST /users/@me/channels";
    private static final String SEND = "POST /channels/#/messages";
    private static final Message NUDGE =
            Message.of(Line.of("Good morning"), new Control.Button("Done", "/followup ~1 done"));

    private final FakeDiscord discord = new FakeDiscord();
    private final InstantSource time = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), new Bot(List.of(), new InMemoryStore(), time), time, Alone.at(time));
    private final Courier courier = adapter.courier();
    private int members = 5000;
    private int keys;

    @BeforeAll
    void connect() {
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @Test
    void carriesTheKeyAndTheServer() {
        var outcome = courier.deliver(someone(), NUDGE, "a-key-of-24-characters-x");

        assertThat(outcome).isInstanceOf(Delivery.Sent.class);
        var shown = discord.next();
        assertThat(shown.text()).isEqualTo("Good morning");
        var sent = discord.calls(SEND).getLast().body();
        assertThat(sent.getString("nonce")).isEqualTo("a-key-of-24-characters-x");
        assertThat(sent.getBoolean("enforce_nonce")).isTrue();
        var id = CustomId.read(shown.components().getLast().getString("custom_id"));
        assertThat(id).isEqualTo(new CustomId(FakeDiscord.GUILD, "a-key-of-24-characters-x", 0, "/followup ~1 done"));
    }

    @Test
    void opensAChannelOnce() {
        var opened = discord.calls(OPEN).size();
        var member = someone();

        assertThat(deliver(member)).isInstanceOf(Delivery.Sent.class);
        assertThat(deliver(member)).isInstanceOf(Delivery.Sent.class);
        assertThat(discord.calls(OPEN)).hasSize(opened + 1);
        discord.next();
        discord.next();
    }

    @Test
    void isOneMessageForOneKey() {
        var member = someone();
        var first = courier.deliver(member, NUDGE, "same");

        assertThat(courier.deliver(member, NUDGE, "same")).isEqualTo(first);
        discord.next();
        assertThat(discord.quiet()).isTrue();
    }

    @Test
    void triesAgainAtOnceWhenAPageComesInsteadOfAnAnswer() {
        discord.troubleAhead(OPEN, Trouble.page());
        discord.troubleAhead(SEND, Trouble.page());

        assertThat(deliver(someone())).isInstanceOf(Delivery.Sent.class);
        discord.next();
        assertThat(discord.quiet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {50007, 50278, 10013})
    void givesUpOnThoseWhoCannotBeReached(int code) {
        discord.troubleAhead(SEND, Trouble.code(403, code));

        assertThat(deliver(someone())).isEqualTo(new Delivery.Hopeless("refused with " + code));
    }

    /** Whoever has a channel waits for none to be opened. */
    @Test
    void opensChannelsOnALineOfTheirOwn() {
        var somebody = someone();
        var opening = courier.way(somebody).orElseThrow().line();
        assertThat(courier.way(someone()).orElseThrow().line()).isEqualTo(opening);
        deliver(somebody);
        assertThat(courier.way(somebody).orElseThrow().line()).isNotEqualTo(opening);
        discord.next();
    }

    /** As after a new start: what was told in an earlier life is used, and opened anew only where it is gone. */
    @Test
    void opensNoChannelThatWasToldBefore() {
        var somebody = someone();
        deliver(somebody);
        discord.next();
        var told = courier.channel(somebody).orElseThrow();
        var later = new DiscordAdapter(
                discord.settings(), new Bot(List.of(), new InMemoryStore(), time), time, Alone.at(time));
        later.start();
        while (!later.ready()) {
            Thread.onSpinWait();
        }
        later.courier().introduce(somebody, told);
        var opened = discord.calls(OPEN).size();
        assertThat(later.courier().way(somebody)).isEqualTo(courier.way(somebody));
        assertThat(later.courier().deliver(somebody, NUDGE, "next")).isInstanceOf(Delivery.Sent.class);
        assertThat(discord.calls(OPEN)).hasSize(opened);
        discord.next();

        discord.troubleAhead(SEND, Trouble.code(404, 10003));
        assertThat(later.courier().deliver(somebody, NUDGE, "gone"))
                .isEqualTo(new Delivery.Later(Duration.ofMinutes(1), "the channel is gone"));
        later.courier().introduce(somebody, told);
        assertThat(later.courier().deliver(somebody, NUDGE, "gone")).isInstanceOf(Delivery.Sent.class);
        assertThat(discord.calls(OPEN)).hasSize(opened + 1);
        discord.next();
        later.stop(Duration.ofSeconds(5));
    }

    @Test
    void opensNoMoreChannelsForTenMinutesWhenToldSo() {
        discord.troubleAhead(OPEN, Trouble.code(400, 40003));

        assertThat(deliver(someone())).isEqualTo(new Delivery.Limited(Duration.ofMinutes(10)));
    }

    @Test
    void keepsALetterThatWasRefusedForAnotherReason() {
        discord.troubleAhead(SEND, Trouble.code(403, 20026));

        assertThat(deliver(someone())).isEqualTo(new Delivery.Later(Duration.ofHours(1), "refused with 20026"));
    }

    @Test
    void cannotTellWhatAServerErrorMeans() {
        discord.troubleAhead(SEND, Trouble.code(500, 0));

        assertThat(deliver(someone())).isEqualTo(new Delivery.Unclear("no answer"));
    }

    @Test
    void knowsThatNothingArrivedWhenTheChannelCouldNotBeOpened() {
        discord.troubleAhead(OPEN, Trouble.code(500, 0));

        assertThat(deliver(someone())).isEqualTo(new Delivery.Later(Duration.ofMinutes(1), "not reached"));
    }

    @ParameterizedTest
    @CsvSource({"200,''", "200,<html>fine?</html>", "200,'{\"id\":'", "502,<html>bad</html>", "503,''", "529,x"})
    void isStillOneMessageWhateverTheAnswerSays(int status, String body) {
        discord.troubleAhead(SEND, Trouble.answerGarbled(status, body));
        var member = someone();
        var first = courier.deliver(member, NUDGE, "garbled-" + status + body.length());

        assertThat(first).isInstanceOfAny(Delivery.Unclear.class, Delivery.Sent.class);
        assertThat(courier.deliver(member, NUDGE, "garbled-" + status + body.length()))
                .isInstanceOf(Delivery.Sent.class);
        discord.next();
        assertThat(discord.quiet()).isTrue();
    }

    @Test
    void isStillOneMessageWhenTheAnswerIsLost() {
        discord.troubleAhead(SEND, Trouble.answerWrong(502));

        assertThat(deliver(someone())).isInstanceOf(Delivery.Sent.class);
        discord.next();
        assertThat(discord.quiet()).isTrue();
    }

    @Test
    void waitsWhenItIsNotConnected() {
        var unconnected = new DiscordAdapter(
                discord.settings(), new Bot(List.of(), new InMemoryStore(), time), time, Alone.at(time));

        assertThat(unconnected.courier().deliver(someone(), NUDGE, "key"))
                .isEqualTo(new Delivery.Later(Duration.ofMinutes(1), "not connected"));
    }

    private Delivery deliver(Account to) {
        return courier.deliver(to, NUDGE, "key-" + ++keys);
    }

    private Account someone() {
        return new Account("discord", FakeDiscord.GUILD, Integer.toString(++members));
    }
}
