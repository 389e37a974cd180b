package bot.perennial.core.calendar;

/** How someone writes {@code 03/04}: the third of April, the fourth of March, or not known yet. */
public enum DayOrder {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST
}
