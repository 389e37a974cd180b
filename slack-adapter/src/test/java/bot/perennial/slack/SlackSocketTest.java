package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.FakeSlack.Trouble;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackSocketTest {
    private static final SlackSocket.Pace QUICK = new SlackSocket.Pace(
            Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofHours(1));

    private final FakeSlack slack = new FakeSlack();
    private final SlackWeb web = new SlackWeb(slack.settings());
    private final App app = new App(AppConfig.builder().slack(web.slack()).build(), List.of());
    private SlackSocket socket = socket(QUICK);

    @AfterEach
    void close() {
        socket.stop();
        web.close();
        slack.close();
    }

    @Test
    void comesBackWhenTheConnectionIsCut() {
        socket.start();
        slack.awaitSocket();
        slack.cutSocket();
        slack.awaitSocket();
        assertThat(slack.calls("apps.connections.open")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void keepsTryingWhateverSlackAnswers() {
        slack.troubleAhead("apps.connections.open", Trouble.error("too_many_websockets"));
        slack.troubleAhead("apps.connections.open", Trouble.rateLimited("abc"));
        slack.troubleAhead("apps.connections.open", Trouble.status(500, "<html>"));
        slack.troubleAhead("apps.connections.open", Trouble.status(200, ""));

        assertThat(socket.connected()).isFalse();
        socket.start();
        slack.awaitSocket();
    }

    @Test
    void makesAConnectionAgainThatBringsNothing() {
        socket = socket(new SlackSocket.Pace(
                Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(300)));
        socket.start();
        slack.awaitSocket();
        slack.awaitSocket();
    }

    private SlackSocket socket(SlackSocket.Pace pace) {
        return new SlackSocket(web.slack(), new SlackSettings.Secret("xapp-fake"), app, Runnable::run, pace);
    }
}
