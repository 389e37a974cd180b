package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.db.testing.TestDatabases;
import bot.perennial.discord.testing.FakeDiscord;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest {
    private static final String CANARY = "kanarienvogel";
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = System.out;

    @BeforeEach
    void logAsTheProgramDoes() throws Exception {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        Logging.as(Environment.LogFormat.TEXT); // a test before this one may have asked for quiet
        configure("/logback.xml");
    }

    @AfterEach
    void logAsTestsDo() throws Exception {
        configure("/logback-test.xml");
        System.setOut(out);
    }

    @Test
    void holdNothingThatAnyoneWrote() throws Exception {
        try (var discord = new FakeDiscord();
                var bot = new Served(
                        TestDatabases.kept(LogsTest.class), Optional.empty(), Optional.of(discord.settings()))) {
            var ana = discord.as("21", CANARY + " Ana");
            ana.types("nudge settings", Map.of("on", "on", "zone", "UTC"));
            discord.next();
            bot.pass(Duration.ofMinutes(1));
            discord.next();
            for (var options : List.of(
                    Map.of("who", CANARY, "where", CANARY, "note", CANARY),
                    Map.of("who", CANARY, "when", CANARY),
                    Map.of("who", "\u0000" + CANARY, "next", "tomorrow"))) {
                ana.types("met", options);
                discord.next();
            }
            ana.types("followup", Map.of("who", CANARY, "when", "tomorrow", "about", CANARY));
            discord.next();
            ana.types("people find", Map.of("words", CANARY));
            discord.next();
            ana.types(CANARY, Map.of(CANARY, CANARY));
            discord.next();
            bot.pass(Duration.ofHours(25));
            var nudge = discord.next();
            assertThat(nudge.text()).contains(CANARY);
            ana.alone().presses("Done", nudge);
            discord.next();
        }
        configure("/logback-test.xml"); // what still waits is written now
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("answered")
                .doesNotContain(CANARY)
                .doesNotContain("fake.to.ken");
    }

    private static void configure(String resource) throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogsTest.class.getResource(resource));
    }
}
