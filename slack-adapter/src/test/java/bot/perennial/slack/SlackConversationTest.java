package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Shown;
import bot.perennial.slack.testing.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The adapter as its users meet it: real Bolt, real Socket Mode, a Slack on loopback. */
class SlackConversationTest {
    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final SlackAdapter adapter =
            new SlackAdapter(slack.settings(), new Bot(Parrot.commands(), new InMemoryStore(), time), time);

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
    void answersATypedCommandInTheAcknowledgement() {
        slack.as("U0ANA").types("/echo hi &lt;!here&gt; *x*");

        var shown = slack.next();
        assertThat(shown.where()).isEqualTo("acknowledgement");
        assertThat(shown.text()).isEqualTo("First: hi &lt;!here&gt; *x*\nSecond");
        assertThat(shown.labels()).containsExactly("Whole", "Entry", "Beside", "Form");
        assertThat(shown.blocks().toString()).contains("\"hi <!here> *x*\"");
    }

    @Test
    void hearsACommandWithTheWorkspacesSuffix() {
        slack.as("U0ANA").types("/echo-acme hi");
        assertThat(slack.next().text()).startsWith("First: hi");
    }

    @Test
    void tellsWhatItKnowsWhenACommandIsOfAnotherVersion() {
        slack.as("U0ANA").types("/vanished Ana");
        assertThat(slack.next().text()).startsWith("I don't know /vanished. I know /echo");
    }

    @Test
    void knowsWhoAsksAndWhoIsMentioned() {
        slack.member("U0LEE", "Lee Ko", "Asia/Seoul", "ko-KR");
        slack.as("U0ANA").types("/greet <@U0LEE|lee>, <@U0SAM|sam>, Ruth");
        assertThat(slack.next().text())
                .isEqualTo("Ana Silva in Europe/Lisbon (PT) greets @Lee Ko/U0LEE and @sam/U0SAM and Ruth");

        slack.as("U0ANA").types("/greet <@U0LEE|lee>");
        slack.next();
        assertThat(slack.calls("users.info").stream()
                        .map(call -> call.arguments().get("user"))
                        .filter(user -> !"U0BOT".equals(user)))
                .containsExactly("U0ANA", "U0LEE", "U0SAM");
    }

    @Test
    void asksNoMoreOftenAboutPeopleThanSlackLikes() {
        for (var member = 0; member < 120; member++) {
            slack.as("U0NEW" + member).types("/greet Ruth");
            assertThat(slack.next().text()).startsWith("user-U0NEW" + member);
        }
        assertThat(slack.calls("users.info")).hasSizeLessThanOrEqualTo(91); // with the bot's own

        time.pass(Duration.ofMinutes(1));
        slack.as("U0ANA").types("/greet Ruth");
        assertThat(slack.next().text()).startsWith("Ana Silva in Europe/Lisbon");
    }

    @Test
    void asksAboutNobodyWhileSlackHasToldToWait() {
        slack.troubleAhead("users.info", Trouble.rateLimited("40"));
        slack.as("U0ANA").types("/greet Ruth");
        assertThat(slack.next().text()).startsWith("user-U0ANA in nowhere");
        time.pass(Duration.ofSeconds(39));
        slack.as("U0ANA").types("/greet Ruth");
        assertThat(slack.next().text()).startsWith("user-U0ANA in nowhere");

        time.pass(Duration.ofSeconds(1));
        slack.as("U0ANA").types("/greet Ruth");
        assertThat(slack.next().text()).startsWith("Ana Silva in Europe/Lisbon");
    }

    @Test
    void answersEvenWhenTheProfileDoesNotCome() {
        slack.as("U0UNKNOWN").types("/greet Ruth");
        assertThat(slack.next().text()).isEqualTo("user-U0UNKNOWN in nowhere () greets Ruth");
    }

    @Test
    void putsAnAnswerInPlaceOfTheMessage() {
        slack.as("U0ANA").types("/echo hi");
        slack.as("U0ANA").presses("Whole", slack.next());

        assertThat(slack.next()).extracting(Shown::text, Shown::replaces).containsExactly("Placed WHOLE", true);
    }

    @Test
    void putsAnAnswerInPlaceOfOneEntryOfADirectMessage() {
        var nudge = Message.EMPTY
                .heading("Good morning")
                .entry(Line.of("Lee"), new Control.Button("Entry", "/place ENTRY"))
                .entry(Line.of("Priya"), new Control.Button("Reached out", "/place WHOLE"));
        adapter.courier().deliver(new Account("slack", FakeSlack.TEAM, "U0ANA"), nudge, "key");
        slack.as("U0ANA").presses("Entry", slack.next());

        var edited = slack.next();
        assertThat(edited.replaces()).isTrue();
        assertThat(edited.text()).isEqualTo("Good morning\nPlaced ENTRY\nPriya");
        assertThat(edited.labels()).containsExactly("Reached out");
        assertThat(edited.blocks().toString())
                .contains("Good morning", "Placed ENTRY", "Priya")
                .doesNotContain("Lee")
                .doesNotContain("highlight");
    }

    @Test
    void answersBesideWhereTheEntryCannotBeReplaced() {
        slack.as("U0ANA").types("/echo hi");
        slack.as("U0ANA").presses("Entry", slack.next());
        assertThat(slack.next()).extracting(Shown::text, Shown::replaces).containsExactly("Placed ENTRY", false);
    }

    @Test
    void takesAMenusChoice() {
        slack.as("U0ANA").types("/echo hi");
        slack.as("U0ANA").presses("Beside", slack.next());
        assertThat(slack.next()).extracting(Shown::text, Shown::replaces).containsExactly("Placed BESIDE", false);
    }

    @Test
    void showsAFormForABareCommandAndReadsIt() {
        slack.as("U0ANA").types("/echo");
        var errors = slack.as("U0ANA").sends(slack.nextView(), Map.of("text", "from a form"));

        assertThat(errors).isEmpty();
        var shown = slack.next();
        assertThat(shown.text()).startsWith("First: from a form");
        assertThat(shown.replaces()).isFalse();
    }

    @Test
    void keepsAFormOpenWithWhatIsWrong() {
        slack.as("U0ANA").types("/echo");
        var view = slack.nextView();
        var errors = slack.as("U0ANA").sends(view, Map.of("text", "nonsense"));
        assertThat(errors).containsExactly(Map.entry("text", "I won't say nonsense."));

        assertThat(slack.as("U0ANA").sends(view, Map.of("text", "sense"))).isEmpty();
        assertThat(slack.next().text()).startsWith("First: sense");
    }

    @Test
    void saysWhatIsWrongUnderTheQuestionItIsAbout() {
        slack.as("U0ANA").types("/greet");
        var view = slack.nextView();
        var errors = slack.as("U0ANA").sends(view, Map.of("who", "Ana", "when", "blue"));
        assertThat(errors).containsOnlyKeys("when");
    }

    @Test
    void replacesTheMessageThatAFormWasOpenedFrom() {
        slack.as("U0ANA").types("/echo hi");
        slack.as("U0ANA").presses("Form", slack.next());
        slack.as("U0ANA").sends(slack.nextView(), Map.of("text", "again"));

        assertThat(slack.next().replaces()).isTrue();
    }

    @Test
    void saysSoWhenTheFormComesTooLate() {
        slack.troubleAhead("views.open", Trouble.error("expired_trigger_id"));
        slack.as("U0ANA").types("/echo");
        assertThat(slack.next().text()).contains("Nothing was stored");
    }

    @Test
    void acknowledgesInTimeAndAnswersLater() {
        slack.as("U0ANA").types("/slow");
        assertThat(slack.quiet()).isTrue();

        Parrot.WAKE.countDown();
        var shown = slack.next();
        assertThat(shown.where()).startsWith("/response/");
        assertThat(shown.text()).isEqualTo("Awake");
    }

    static Stream<Trouble> refusals() {
        return Stream.of(Trouble.status(404, "used_url"), Trouble.status(200, "<html><body>Later</body></html>"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bringsByDirectMessageWhatTheResponseAddressRefuses(Trouble refusal) {
        slack.as("U0ANA").types("/echo hi");
        var shown = slack.next();
        slack.troubleAhead("response", refusal);
        slack.as("U0ANA").presses("Whole", shown);

        assertThat(slack.next())
                .extracting(Shown::surface, Shown::text)
                .containsExactly(Shown.Surface.DIRECT, "Placed WHOLE");
    }

    @Test
    void remembersWhoWroteAMessage() {
        slack.as("U0ANA")
                .chooses("remember_this_person", "U0LEE", "I'd \"love\" who:you, next:2w <@U0SAM|sam> &amp; co");
        assertThat(slack.next().text()).isEqualTo("Met 1: I'd 'love' who:you, next:2w sam &amp; co");
    }

    @Test
    void opensAFormForTheShortcutOfTheWorkspaceAndAnswersByDirectMessage() {
        slack.as("U0ANA").chooses("log_a_meeting");
        slack.as("U0ANA").sends(slack.nextView(), Map.of("who", "Ruth", "note", "tax"));
        assertThat(slack.next())
                .extracting(Shown::surface, Shown::text)
                .containsExactly(Shown.Surface.DIRECT, "Met 1: tax");
    }
}
