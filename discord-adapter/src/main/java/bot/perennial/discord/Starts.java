package bot.perennial.discord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a shard of the bot introduced itself to Discord during the last day, kept in a file. Discord takes away the token of a bot
 * that does so a thousand times a day, as one does that crashes and is started again and again.
 *
 * @param file empty for none
 */
record Starts(Optional<Path> file, InstantSource time) {
    private static final int AT_ONCE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(40); // about fifty a day
    private static final int MOST_DOUBLINGS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Starts.class);

    /** Those of one shard, each of which has a file of its own beside the first one's. */
    static Starts of(Optional<Path> file, int shard, InstantSource time) {
        return new Starts(
                shard == 0 ? file : file.map(first -> first.resolveSibling(first.getFileName() + "-" + shard)), time);
    }

    /** How long to wait before the next time, the longer the more there were. */
    Duration pause() {
        var lately = lately();
        if (lately.size() < AT_ONCE) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(lately.size() - AT_ONCE, MOST_DOUBLINGS));
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        var left = Duration.between(time.instant(), lately.getLast().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Takes note of one more. */
    void note() {
        if (file.isEmpty()) {
            return;
        }
        var lines = Stream.concat(lately().stream(), Stream.of(time.instant()))
                .map(Instant::toString)
                .toList();
        try {
            Files.createDirectories(file.get().toAbsolutePath().getParent());
            Files.write(file.get(), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("kind", e.getClass().getSimpleName()).log("discord start not noted");
        }
    }

    /** Those of the last day, the latest last; none from a future that a wrong clock saw. */
    private List<Instant> lately() {
        var now = time.instant();
        var lately = new ArrayList<Instant>();
        for (var line : lines()) {
            try {
                var start = Instant.parse(line);
                if (start.isAfter(now.minus(Duration.ofDays(1))) && !start.isAfter(now)) {
                    lately.add(start);
                }
            } catch (DateTimeParseException torn) { // written while the machine went down
                LOG.atWarn().log("discord start unreadable");
            }
        }
        return lately;
    }

    private List<String> lines() {
        try {
            return file.isPresent() && Files.exists(file.get()) ? Files.readAllLines(file.get()) : List.of();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("kind", e.getClass().getSimpleName()).log("discord starts unreadable");
            return List.of();
        }
    }
}
