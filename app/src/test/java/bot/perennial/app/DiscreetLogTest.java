package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** T13: what a library writes down of what it was told. */
class DiscreetLogTest {
    private static final String CANARY = "kanarienvogel";
    private final Overheard overheard = new Overheard();

    DiscreetLogTest() throws Exception {}

    @AfterEach
    void end() throws Exception {
        overheard.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.slack.api.bolt.App",
                "net.dv8tion.jda.internal.requests.WebSocketClient",
                "okhttp3.OkHttpClient",
                "org.jooq.tools.LoggerListener",
                "org.mariadb.jdbc.client.impl.StandardClient",
                "com.zaxxer.hikari.pool.HikariPool",
                "org.quartz.core.JobRunShell",
                "org.eclipse.jetty.server.Server",
                "bot.perennialother.Library"
            })
    void keepsOnlyTheWordsOfALibrarysAuthors(String name) {
        var failure = new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
        failure.addSuppressed(new ArithmeticException(CANARY));
        ((Logger) LoggerFactory.getLogger(name)).setLevel(ch.qos.logback.classic.Level.TRACE);
        MDC.put("note", CANARY);
        for (var level : Level.values()) {
            LoggerFactory.getLogger(name).atLevel(level).log("Could not read {}", CANARY);
            LoggerFactory.getLogger(name).atLevel(level).setCause(failure).log("Gave up");
            LoggerFactory.getLogger(name)
                    .atLevel(level)
                    .addKeyValue("note", CANARY)
                    .log("Noted");
            LoggerFactory.getLogger(name).atLevel(level).log("Statement: " + CANARY.repeat(level.toInt() + 1));
        }
        MDC.remove("note");
        var lines = overheard.lines();
        assertThat(lines).noneMatch(line -> line.contains(CANARY));
        for (var level : Level.values()) {
            assertThat(lines.stream().filter(line -> line.contains("\"" + level + "\"") && line.contains(name)))
                    .hasSize(4)
                    .anyMatch(line -> line.contains("Could not read {}"))
                    .anyMatch(line -> line.contains("Gave up kind=java.lang.IllegalStateException"
                            + " kind=java.lang.IllegalArgumentException"));
        }
    }

    @Test
    void leavesOurOwnLinesAlone() {
        LoggerFactory.getLogger(DiscreetLogTest.class)
                .atInfo()
                .addKeyValue("count", 7)
                .log("counted {}", "sheep");
        assertThat(overheard.lines())
                .anyMatch(line -> line.contains("counted") && line.contains("sheep") && line.contains("count"));
    }

    @Test
    void isWhatEveryOutputGoesThrough() throws Exception {
        try (var configuration = DiscreetLog.class.getResourceAsStream("/logback.xml")) {
            var text = new String(configuration.readAllBytes(), StandardCharsets.UTF_8);
            for (var output : List.of("text", "json", "quiet")) {
                assertThat(text).contains("<appender name=\"" + output + "\" class=\"bot.perennial.app.DiscreetLog\">");
            }
        }
    }
}
