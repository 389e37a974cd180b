package bot.perennial.app;

import bot.perennial.db.embedded.EmbeddedDatabaseFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What whoever started the program is told when it could not go on. */
final class Failure {
    private Failure() {}

    /** Says what happened, and answers the exit code. */
    static int tell(Exception thrown, PrintStream errors) {
        return switch (thrown) {
            case Misconfigured misconfigured -> {
                errors.println(misconfigured.report());
                yield Misconfigured.EXIT_CODE;
            }
            case EmbeddedDatabaseFailure failure -> said(failure.getMessage(), errors);
            case UncheckedIOException failure -> said(failure.getMessage(), errors);
            case IOException failure -> said(failure.getMessage(), errors);
            default -> {
                LoggerFactory.getLogger(Failure.class).error("ended by a fault", thrown);
                yield said("Something broke on our side; the log says more.", errors);
            }
        };
    }

    private static int said(@Nullable String words, PrintStream errors) {
        errors.println(words);
        return 1;
    }
}
