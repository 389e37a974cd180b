package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I4 on Slack: whatever stands behind a slash command is answered, and helpfully. */
class SlashTextTest {
    private static final Account ANA = new Account("slack", FakeSlack.TEAM, "U0ANA");
    private static final List<String> NAMES = List.of("met", "followup", "people", "nudge", "circle");

    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final SlackAdapter adapter = new SlackAdapter(slack.settings(), new Bot(Commands.all(), store, time), time);

    @BeforeEach
    void connect() {
        slack.member("U0ANA", "Ana Silva", "Europe/Lisbon", "pt-PT");
        adapter.start();
        slack.awaitSocket();
    }

    @AfterEach
    void disconnect() {
        adapter.stop();
        slack.close();
    }

    @Test
    void isAnsweredHelpfullyBehindEveryCommand() {
        var texts = List.of(
                "",
                "     ",
                "x".repeat(8_000),
                "Lee, ".repeat(1_600),
                "\"Jo at Acme",
                "“Jo at Acme",
                "“Lee Ko” — likes “jazz”",
                "Lee Ko -- likes jazz",
                "—",
                "--",
                "<@U0ANA|ana>",
                "<@U0BOT|perennial>",
                "<@W0ELSEWHERE>",
                "<@U0GONE|deactivateduser>",
                mentions(500));
        for (var name : NAMES) {
            for (var text : texts) {
                assertThat(answer("/" + name + " " + text))
                        .as("/%s %s", name, text)
                        .isNotBlank()
                        .doesNotContain("Something broke");
                time.pass(Duration.ofMinutes(1));
            }
        }
        assertThat(people())
                .hasSizeLessThan(40)
                .allMatch(person -> person.name().length() < 200);
    }

    @Test
    void isRefusedWhenItMentionsFiveHundred() {
        assertThat(answer("/met " + mentions(500))).startsWith("That's 500 people; I can log 25 in one go.");
        assertThat(answer("/followup " + mentions(500) + " 2w")).startsWith("That's 500 people; I can plan for 25");
        assertThat(people()).isEmpty();
        answer("/met " + mentions(25));
        assertThat(people()).hasSize(25);
    }

    @Test
    void mayMentionOneself() {
        assertThat(answer("/met <@U0ANA|ana> at PyCon")).startsWith("That's you!");
        assertThat(answer("/followup <@U0ANA> 2w")).startsWith("That's you!");
        assertThat(people()).isEmpty();
    }

    @Test
    void mayHaveTheQuotesAndDashesOfAPhone() {
        answer("/met “Jo at Acme” — likes jazz");
        answer("/met Lee Ko -- likes tea");
        assertThat(people()).extracting(Person::name).containsExactlyInAnyOrder("Jo at Acme", "Lee Ko");
    }

    /** What the member then sees: a message, or the title of a form. */
    private String answer(String line) {
        slack.as("U0ANA").types(line);
        return slack.nextWords();
    }

    private static String mentions(int count) {
        return IntStream.range(0, count).mapToObj("<@U1%03d>"::formatted).collect(Collectors.joining(" "));
    }

    private List<Person> people() {
        return store.look(ANA, notebook -> notebook.people().all());
    }
}
