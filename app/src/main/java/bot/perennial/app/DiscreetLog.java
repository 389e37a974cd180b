package bot.perennial.app;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Hands log lines on to be written. Of a library's line it keeps only the words that stand in the library's code, and
 * the kinds of exceptions: libraries write down what they cannot read or were told, which may be what a member wrote.
 */
public final class DiscreetLog extends AsyncAppender {
    private static final String OURS = "bot.perennial.";
    private static final int LONGEST = 1_000;

    @Override
    protected void append(ILoggingEvent event) {
        super.append(event.getLoggerName().startsWith(OURS) ? event : discreet(event));
    }

    private static LoggingEvent discreet(ILoggingEvent event) {
        var logger = (Logger) LoggerFactory.getLogger(event.getLoggerName());
        var words = Stream.concat(Stream.of(constant(event.getMessage())), kinds(event.getThrowableProxy()));
        var line = words.filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        var discreet = new LoggingEvent(DiscreetLog.class.getName(), logger, event.getLevel(), line, null, null);
        discreet.setInstant(event.getInstant());
        discreet.setThreadName(event.getThreadName());
        discreet.setMDCPropertyMap(Map.of());
        return discreet;
    }

    /** The words, if they are a constant; what was put together while the program ran is not in its table of those. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"}) // whether it is the very constant is the question
    private static String constant(String words) {
        var constant = words != null && words.length() <= LONGEST && words == new String(words).intern();
        return constant ? words : "(put together from what is not kept)";
    }

    private static Stream<String> kinds(IThrowableProxy failure) {
        return Stream.iterate(failure, cause -> cause != null, IThrowableProxy::getCause)
                .map(cause -> "kind=" + cause.getClassName());
    }
}
