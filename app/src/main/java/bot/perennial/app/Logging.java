package bot.perennial.app;

import bot.perennial.app.Environment.LogFormat;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Where log lines go; to be told before the first is written. */
final class Logging {
    private static final String PROPERTY = "perennial.log";

    private Logging() {}

    /** As lines of text or of JSON, to standard output. */
    static void as(LogFormat format) {
        System.setProperty(
                PROPERTY,
                switch (format) {
                    case TEXT -> "text";
                    case JSON -> "json";
                });
    }

    /** Faults only, to the error output, because somebody reads the standard output. */
    static void quiet() {
        System.setProperty(PROPERTY, "quiet");
    }

    /** Writes what still waits to be written. */
    static void end() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
