package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.EveryGesture;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeMember;
import bot.perennial.slack.testing.FakeSlack;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T1 and I10 over Slack's wire: buttons and forms of somebody else, and those whose time is over. */
@Timeout(40)
class StrangersTest {
    private static final Account OWNER = new Account("slack", FakeSlack.TEAM, "U0ANA");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GUESSES = 6;

    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final Bot bot = new Bot(Commands.all(), store, time);
    private final SlackAdapter adapter = new SlackAdapter(slack.settings(), bot, time);

    @BeforeEach
    void connect() {
        adapter.start();
        slack.awaitSocket();
    }

    @AfterEach
    void close() {
        adapter.stop();
        slack.close();
    }

    @ParameterizedTest
    @CsvSource({"T1,U0EVE", "T2,U0ANA"})
    void seeAndChangeNothingOfSomebodyElse(String team, String user) {
        var every = EveryGesture.of(bot, time, OWNER, new Account("slack", FakeSlack.TEAM, "U0MIA"), GUESSES);
        var before = store.snapshot(OWNER);
        var stranger = slack.as(user).in(team);
        for (var line : every.lines()) {
            time.pass(Duration.ofSeconds(2));
            stranger.forges(line);
            assertThat(reaction()).as(line).doesNotContain(EveryGesture.CANARY).doesNotContain("something broke");
        }
        every.forms().forEach((line, fields) -> {
            time.pass(Duration.ofSeconds(2));
            var errors = stranger.sends(form(line, fields), EveryGesture.answers(fields));
            var seen = errors.isEmpty() ? reaction() : errors.toString();
            assertThat(seen).as(line).doesNotContain(EveryGesture.CANARY).doesNotContain("something broke");
        });
        assertThat(before).isNotEmpty();
        assertThat(store.snapshot(OWNER)).isEqualTo(before);
    }

    @Test
    void areToldHowItIsWhenTheyPressWhatIsOver() {
        var ana = slack.as("U0ANA");
        ana.types("/met Dana at PyCon");
        var shown = slack.next();
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
    @CsvSource({"v0:/undo 1", "/undo", "/undo x", "/undo -1", "/undo 99999999999999999999", "undo", "'   '", "/", "{}"})
    void areToldThatAnOlderVersionsButtonIsNotKnown(String line) {
        slack.as("U0ANA").forges(line);
        assertThat(reaction()).isNotBlank().doesNotContain("something broke");
    }

    private String people(FakeMember member) {
        member.types("/people");
        return reaction();
    }

    /** What the bot shows, whether as a message or as a form. */
    private String reaction() {
        for (var begun = System.nanoTime(); slack.quiet(); ) {
            assertThat(System.nanoTime() - begun).as("nothing came").isLessThan(PATIENCE.toNanos());
            Thread.onSpinWait();
        }
        var views = slack.views();
        var seen = views.isEmpty() ? slack.next().toString() : views.toString();
        return seen.toLowerCase(Locale.ROOT);
    }

    private static JsonObject form(String line, Set<String> fields) {
        var form = JsonParser.parseString("{\"type\":\"modal\",\"callback_id\":\"form\"}")
                .getAsJsonObject();
        form.addProperty("private_metadata", line + "\n\ntyped");
        var blocks = fields.stream().map("""
                {"type":"input","block_id":"%1$s","element":{"type":"plain_text_input","action_id":"%1$s"}}"""::formatted);
        form.add("blocks", JsonParser.parseString(blocks.collect(Collectors.joining(",", "[", "]"))));
        return form;
    }
}
