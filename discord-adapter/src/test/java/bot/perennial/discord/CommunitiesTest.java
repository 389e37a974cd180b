package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.FakeMember;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In the bot's own direct messages there is no server; the notebook is that of the community that knows the member. */
@Timeout(30)
class CommunitiesTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private static final String ELSEWHERE = "399000000000000009";

    private final FakeDiscord discord = new FakeDiscord();
    private final InMemoryStore store = new InMemoryStore();
    private final Bot bot = new Bot(Commands.all(), store, TIME);
    private final DiscordAdapter adapter = new DiscordAdapter(discord.settings(), bot, TIME, Alone.at(TIME));
    private final FakeMember ana = discord.as("21", "Ana");
    private int met;

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @Test
    void isOnesOwnWhenNoneKnowsTheMember() {
        ana.alone().types("met", Map.of("who", "Lee"));
        assertThat(discord.next().text()).startsWith("**Lee** — today");
        ana.types("people card", Map.of("who", "Lee"));
        assertThat(discord.next().text()).startsWith("I don't know **Lee** yet.");
    }

    @Test
    void isThatOfTheOnlyOneThatKnowsThem() {
        ana.types("met", Map.of("who", "Lee"));
        discord.next();
        ana.alone().types("met", Map.of("who", "Lee", "note", "likes jazz"));
        var shown = discord.next();
        assertThat(shown.text()).contains("Your 2nd time");
        ana.alone().presses("They helped me", shown);
        assertThat(discord.next().text()).contains("Noted: **Lee** helped you.");
        assertThat(ana.alone().completes("met", "who", "Le")).containsExactly("Lee");
    }

    @Test
    void isAskedForWhenSeveralKnowThem() {
        ana.types("met", Map.of("who", "Lee"));
        discord.next();
        meets(ELSEWHERE, "Kim");
        ana.alone().types("met", Map.of("who", "Zoë <@22>", "note", "said \"yes\""));

        var question = discord.next();
        assertThat(question.text())
                .isEqualTo("You keep more than one notebook. Which one is this for? Nothing stored yet.");
        assertThat(question.labels()).containsExactly("Acme", "A server that I left");
        ana.alone().presses("Acme", question);
        var answer = discord.next();
        assertThat(answer.edited()).isTrue();
        assertThat(answer.text()).contains("Logged 2 people").contains("“said \"yes\"”");

        ana.types("people card", Map.of("who", "Zoë"));
        assertThat(discord.next().text()).startsWith("**Zoë**");
        ana.alone().presses("Acme", question);
        assertThat(discord.next().text()).startsWith("I don't remember what you typed any more.");
    }

    @Test
    void isAskedForAlsoBesidesOnesOwn() {
        ana.alone().types("met", Map.of("who", "Lee"));
        discord.next();
        ana.types("met", Map.of("who", "Kim"));
        discord.next();
        ana.alone().types("people overview", Map.of());
        var question = discord.next();
        assertThat(question.labels()).containsExactly("Mine, outside servers", "Acme");
        ana.alone().presses("Mine, outside servers", question);
        assertThat(discord.next().text()).contains("Lee").doesNotContain("Kim");
    }

    @Test
    void isNobodyElsesToChoose() {
        ana.types("met", Map.of("who", "Lee"));
        discord.next();
        meets(ELSEWHERE, "Kim");
        ana.alone().types("people overview", Map.of());
        discord.as("22", "Ben").alone().presses("Acme", discord.next());
        assertThat(discord.next().text()).startsWith("I don't remember what you typed any more.");
    }

    @Test
    void givesBackWhatWasTypedWhenItCannotBeKnown() {
        ana.types("met", Map.of("who", "Lee"));
        discord.next();
        store.goDown();
        ana.alone().types("met", Map.of("who", "Kim", "note", "said \"yes\""));
        assertThat(discord.next().text())
                .startsWith("Not saved: I can't reach my memory just now.")
                .endsWith("You wrote:\n`/met who:Kim note:said \"yes\"`");
    }

    private void meets(String community, String whom) {
        met++;
        var gesture = new Gesture(
                new Account(DiscordArguments.PLATFORM, community, "21"), "met-" + met, "Ana", Optional.empty(), "");
        assertThat(bot.filled(gesture, "met", Map.of("who", List.of(new Token.Text(whom)))))
                .isInstanceOf(Reply.Done.class);
    }
}
