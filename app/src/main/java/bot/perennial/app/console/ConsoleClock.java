package bot.perennial.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that runs ahead of the machine's by as much as it was moved. How much is kept in a file, so that nothing that
 * was noted lies in the future when the console is opened again.
 */
public final class ConsoleClock implements InstantSource {
    private final InstantSource time;
    private final Path file;
    private volatile Duration ahead;

    public ConsoleClock(InstantSource time, Path file) {
        this.time = time;
        this.file = file;
        this.ahead = kept(file);
    }

    @Override
    public Instant instant() {
        return time.instant().plus(ahead);
    }

    boolean moved() {
        return !ahead.isZero();
    }

    /** Whether anything may have been noted under this clock, so that it must not go back. */
    boolean used() {
        return Files.exists(file);
    }

    void moveTo(Instant moment) {
        ahead = Duration.between(time.instant(), moment);
    }

    /** Remembers how far ahead it is. */
    void keep() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, ahead.toString());
    }

    private static Duration kept(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
