package bot.perennial.core.delivery;

/**
 * How a message gets to somebody.
 *
 * @param requests how many requests it takes on the line
 */
public record Way(Line line, int requests) {
    public Way {
        if (requests < 1) {
            throw new IllegalArgumentException("Nothing gets anywhere by " + requests + " requests");
        }
    }
}
