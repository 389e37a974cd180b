package bot.perennial.core.calendar;

/** Where a date without a year, or a length of time without "in" or "ago", is looked for. */
public enum Direction {
    PAST,
    FUTURE
}
