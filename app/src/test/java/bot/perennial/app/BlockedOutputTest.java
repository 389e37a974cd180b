package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.SlackAdapter;
import bot.perennial.slack.testing.FakeSlack;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** F40: nobody reads what the bot writes. */
@Timeout(60)
class BlockedOutputTest {
    private static final int MORE_THAN_WAITS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final PrintStream out = System.out;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch stuck = new CountDownLatch(1);

    @BeforeEach
    void logAsTheProgramDoes() throws Exception {
        System.setOut(new PrintStream(new Stuck(), true, StandardCharsets.UTF_8));
        Logging.as(Environment.LogFormat.TEXT);
        configure("/logback.xml");
    }

    @AfterEach
    void logAsTestsDo() throws Exception {
        read.countDown();
        configure("/logback-test.xml");
        System.setOut(out);
    }

    @Test
    void keepsNobodyWaiting() throws Exception {
        var time = new MovableTime("2026-03-02T09:00:00Z");
        try (var slack = new FakeSlack()) {
            var adapter = new SlackAdapter(slack.settings(), new Bot(Commands.all(), new InMemoryStore(), time), time);
            adapter.start();
            slack.awaitSocket();
            var writing = Thread.startVirtualThread(BlockedOutputTest::writeMuch);
            assertThat(writing.join(PATIENCE))
                    .as("lines are lost, not waited for")
                    .isTrue();
            stuck.await();

            slack.as("U0ANA").types("/met Ben");
            assertThat(slack.next().text()).contains("Ben");
            adapter.stop();
        }
    }

    private static void writeMuch() {
        for (var line = 0; line < MORE_THAN_WAITS; line++) {
            LoggerFactory.getLogger(BlockedOutputTest.class).error("nobody reads this");
        }
    }

    private static void configure(String resource) throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(BlockedOutputTest.class.getResource(resource));
    }

    /** A pipe that is full. */
    private final class Stuck extends OutputStream {
        @Override
        public void write(int one) {
            stuck.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
