package bot.perennial.app;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is written down while it lasts: by our own loggers and every library's, down to the last detail and as
 * it is written in production; and the error output.
 */
final class Overheard {
    private static final String END = "that was all";
    private static final String CONFIGURATION = "logback.configurationFile";
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream output = System.out;
    private final PrintStream errors = System.err;

    Overheard() throws Exception {
        var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        System.setProperty(
                CONFIGURATION,
                Objects.requireNonNull(Overheard.class.getResource("/logback.xml"))
                        .toString());
        Logging.as(Environment.LogFormat.JSON);
        configure();
        context.getLoggerList().forEach(logger -> logger.setLevel(Level.TRACE)); // the root among them
        var appender =
                (AsyncAppender) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("json");
        appender.setNeverBlock(false); // nothing may be missed here
        appender.setDiscardingThreshold(0);
    }

    /** The lines, once all are written; nothing is heard any more. */
    List<String> lines() {
        context.getLogger("bot.perennial").error(END); // lines are written in their order
        while (!written.toString(StandardCharsets.UTF_8).contains(END)) {
            Thread.onSpinWait();
        }
        context.stop();
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    void end() throws Exception {
        System.setOut(output);
        System.setErr(errors);
        System.clearProperty(CONFIGURATION);
        configure();
    }

    private void configure() throws Exception {
        context.reset();
        new ContextInitializer(context).autoConfig();
    }
}
