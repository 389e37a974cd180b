package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import bot.perennial.slack.testing.Trouble;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSocketTest {
    private static final SlackSocket.Pace QUICK = new SlackSocket.Pace(
            Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofHours(1));

    private final AtomicInteger unknown = new AtomicInteger();
    private final FakeSlack slack = new FakeSlack();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
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
    void acknowledgesWithAnApologyWhatBreaks() {
        app.command("/boom", (request, context) -> {
            throw new IllegalStateException("broken");
        });
        socket.start();
        slack.awaitSocket();
        slack.as("U0ANA").types("/boom");
        assertThat(slack.next().text()).startsWith("Something broke on our side");
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
    void comesBackWhenTheLineIsDeadThoughNobodySaidSo() {
        socket.start();
        slack.awaitSocket();
        slack.deafenSocket();
        slack.awaitSocket();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "refresh_requested", "link_disabled", "too_many_websockets"})
    void comesBackWhenSlackAnnouncesTheEnd(String reason) {
        socket.start();
        slack.awaitSocket();
        slack.announceDisconnect(reason);
        slack.cutSocket();
        slack.awaitSocket();
    }

    @Test
    void triesLessOftenTheLongerSlackRefuses() {
        socket = socket(new SlackSocket.Pace(
                Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofHours(1)));
        for (var refusal = 0; refusal < 4; refusal++) {
            slack.troubleAhead("apps.connections.open", Trouble.rateLimited("600"));
        }
        var begun = System.nanoTime();
        socket.start();
        slack.awaitSocket();

        assertThat(slack.calls("apps.connections.open")).hasSize(5);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(1100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "account_inactive", "missing_scope"})
    void showsARefusedTokenAgainOnceADay(String error) {
        var looked = new CountDownLatch(3);
        var counting = new Access(() -> {
            looked.countDown();
            return time.instant();
        });
        socket = new SlackSocket(
                web.slack(), new SlackSettings.Secret("xapp-fake"), counting, app, Runnable::run, QUICK, unknown);
        slack.troubleAhead("apps.connections.open", Trouble.error(error));
        socket.start();
        assertThatNoException().isThrownBy(looked::await);
        assertThat(slack.calls("apps.connections.open")).hasSize(1);

        time.pass(Duration.ofDays(1));
        slack.awaitSocket();
        assertThat(slack.calls("apps.connections.open")).hasSize(2);
    }

    @Test
    void makesAConnectionAgainThatBringsNothing() {
        socket = socket(new SlackSocket.Pace(
                Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(300)));
        socket.start();
        slack.awaitSocket();
        slack.awaitSocket();
    }

    @Test
    void acknowledgesWhatIsUnderWayBeforeItStops() throws InterruptedException {
        app.command("/hi", (request, context) -> context.ack("hello"));
        var held = new LinkedBlockingQueue<Runnable>();
        socket = socket(QUICK, task -> held.add(task));
        socket.start();
        slack.awaitSocket();
        held.take().run(); // Slack's own greeting
        var typing = Thread.startVirtualThread(() -> slack.as("U0ANA").types("/hi"));
        var underWay = held.take();
        var stopping = Thread.ofPlatform().start(socket::stop);
        while (stopping.getState() != Thread.State.TIMED_WAITING && stopping.isAlive()) {
            Thread.onSpinWait();
        }

        underWay.run();
        assertThat(slack.next().text()).isEqualTo("hello");
        typing.join();
        stopping.join();
    }

    private SlackSocket socket(SlackSocket.Pace pace) {
        return socket(pace, Runnable::run);
    }

    private SlackSocket socket(SlackSocket.Pace pace, Executor executor) {
        return new SlackSocket(
                web.slack(), new SlackSettings.Secret("xapp-fake"), new Access(time), app, executor, pace, unknown);
    }
}
