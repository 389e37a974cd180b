package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.EveryGesture;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.FakeMember;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T1, T23 and I10 over Discord's wire: buttons and forms of somebody else, and those whose time is over. */
@Timeout(120)
class StrangersTest {
    private static final String ELSEWHERE = "399000000000000009";
    private static final Account OWNER = new Account("discord", FakeDiscord.GUILD, "21");
    private static final int GUESSES = 6;
    private static final String HOME = Long.toString(Long.parseLong(FakeDiscord.GUILD), Character.MAX_RADIX);

    private final FakeDiscord discord = new FakeDiscord();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final Bot bot = new Bot(Commands.all(), store, time);
    private final DiscordAdapter adapter = new DiscordAdapter(discord.settings(), bot, time, Alone.at(time));

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22," + FakeDiscord.GUILD, "21," + ELSEWHERE})
    void seeAndChangeNothingOfSomebodyElse(String user, String guild) {
        var every = EveryGesture.of(bot, time, OWNER, new Account("discord", FakeDiscord.GUILD, "23"), GUESSES);
        var before = store.snapshot(OWNER);
        var stranger = discord.as(user, "Eve").in(guild);
        for (var line : every.lines()) {
            for (var id : user.equals("21") ? new String[] {line} : new String[] {line, HOME + line}) {
                if (id.length() <= CustomId.LONGEST) {
                    time.pass(Duration.ofSeconds(2));
                    stranger.forges(id);
                    assertThat(reaction())
                            .as(id)
                            .doesNotContain(EveryGesture.CANARY)
                            .doesNotContain("something broke");
                }
            }
        }
        every.forms().forEach((line, fields) -> {
            time.pass(Duration.ofSeconds(2));
            stranger.forges(line, EveryGesture.answers(fields));
            assertThat(reaction()).as(line).doesNotContain(EveryGesture.CANARY).doesNotContain("something broke");
        });
        assertThat(before).isNotEmpty();
        assertThat(store.snapshot(OWNER)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "da", "canary", "~1", "~", "%", "_"})
    void areOfferedNobodyElsesPeople(String typed) {
        discord.as("21", "Ana").types("met", Map.of("who", "Dana canary", "note", "canary"));
        discord.next();
        assertThat(discord.as("21", "Ana").completes("met", "who", "da")).isNotEmpty();
        for (var stranger : new FakeMember[] {
            discord.as("22", "Eve"),
            discord.as("22", "Eve").alone(),
            discord.as("21", "Ana").in(ELSEWHERE)
        }) {
            for (var command : bot.specs()) {
                for (var option : command.options()) {
                    assertThat(stranger.completes(command.path(), option.name(), typed))
                            .as(command.path() + " " + option.name())
                            .noneMatch(label -> label.toLowerCase(Locale.ROOT).contains("canary"));
                }
            }
        }
    }

    @Test
    void areToldHowItIsWhenTheyPressWhatIsOver() {
        var ana = discord.as("21", "Ana");
        ana.types("met", Map.of("who", "Dana", "where", "PyCon"));
        var shown = discord.next();
        ana.presses("Undo", shown);
        assertThat(reaction()).contains("undone");
        var before = people(ana);
        for (var label : shown.labels()) {
            if (label.startsWith("Undo") || label.startsWith("They ")) {
                time.pass(Duration.ofMinutes(3));
                ana.presses(label, shown);
                assertThat(reaction()).as(label).doesNotContain("something broke");
                assertThat(people(ana)).as(label).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v0:/undo 1",
                "/undo",
                "/undo x",
                "/undo -1",
                "undo",
                "!/undo 1",
                "zz!k#-1/undo 1",
                "#",
                "/",
                "{}"
            })
    void areToldThatAnOlderVersionsButtonIsNotKnown(String customId) {
        discord.as("21", "Ana").forges(customId);
        assertThat(reaction()).isNotBlank().doesNotContain("something broke");
    }

    private String people(FakeMember member) {
        member.types("people card", Map.of("who", "Dana"));
        return discord.next().text();
    }

    /** What the bot shows, whether as a message or as a form. */
    private String reaction() {
        while (discord.quiet() && discord.modals().isEmpty()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the time is up")
                    .isFalse();
            Thread.onSpinWait();
        }
        var seen = discord.quiet()
                ? discord.nextModal().toString()
                : discord.next().message().toString();
        return seen.toLowerCase(Locale.ROOT);
    }
}
