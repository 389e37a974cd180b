package bot.perennial.core.command;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A command being asked for.
 *
 * @param today the member's local date
 * @param typed the line as it was typed, mentions by name, for answers that give it back
 */
public record Invocation(Gesture gesture, Arguments arguments, Instant at, LocalDate today, String typed) {}
