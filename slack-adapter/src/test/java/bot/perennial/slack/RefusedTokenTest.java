package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F10: a token that Slack refused is shown to Slack once a day, whoever would like to use it. */
class RefusedTokenTest {
    private static final List<String> METHODS = List.of("chat.postMessage", "users.info", "views.open", "auth.test");
    private static final Form FORM = new Form("Note", "/met", "Save", List.of(Field.prose("note", "What?", "")));

    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final SlackWeb web = new SlackWeb(slack.settings());
    private final Access access = new Access(time);
    private final SlackCourier courier = new SlackCourier(
            web, access, () -> Duration.between(Instant.EPOCH, time.instant()).toNanos());
    private final SlackPeople people = new SlackPeople(web.methods(), access, time, Runnable::run);
    private final Pulse pulse = new Pulse(web.methods(), access);
    private final Answers answers =
            new Answers(web.methods(), access, new ResponseAddresses(web, slack.settings()), courier);

    @AfterEach
    void close() {
        web.close();
        slack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "account_inactive"})
    void isUsedOnceADay(String error) {
        for (var method : METHODS) {
            for (var each = 0; each < 200; each++) {
                slack.troubleAhead(method, Trouble.error(error));
            }
        }
        useIt(0);
        assertThat(calls()).as("until it was refused").isEqualTo(1);
        for (var hour = 1; hour <= 72; hour++) {
            time.pass(Duration.ofHours(1));
            useIt(hour);
        }
        assertThat(calls()).as("in three days more").isEqualTo(1 + 3);
        assertThat(access.granted()).isFalse();
    }

    private void useIt(int hour) {
        var account = new Account("slack", FakeSlack.TEAM, "U0ANA" + hour);
        courier.deliver(account, Message.of("Good morning"), "key " + hour);
        people.profile(account);
        people.of(account, "Ana");
        pulse.beat();
        var spot = new Answers.Spot(account, "gesture " + hour, "", "trigger", Optional.empty());
        answers.bring(spot, new Reply.Ask(FORM));
        answers.bring(spot, new Reply.Done(Message.of("Noted.")));
    }

    private int calls() {
        return METHODS.stream().mapToInt(method -> slack.calls(method).size()).sum();
    }
}
