package bot.perennial.core.message;

/** A run of text within a line. */
public sealed interface Span {
    /** Text as it is: the bot's own words, or a name or place as its owner typed it. Never markup. */
    record Plain(String text) implements Span {}

    /** Text that stands out. */
    record Strong(String text) implements Span {}

    /** Text that stands back. */
    record Soft(String text) implements Span {}

    /** Somebody's own words, shown between “ and ”. */
    record Quote(String text) implements Span {}

    /** Something to type, such as {@code /nudge pause}. */
    record Code(String text) implements Span {}
}
