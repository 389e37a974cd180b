package bot.perennial.core.message;

/**
 * One thing to choose.
 *
 * @param value what is typed for it; at most 75 characters
 * @param label what is shown for it
 */
public record Choice(String value, String label) {}
