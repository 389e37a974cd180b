package bot.perennial.core.people;

/** How a member points at someone. */
public sealed interface Who {
    /** Pointed at with a mention; the name is the one that the platform shows. */
    record Mentioned(Account account, String name) implements Who {}

    /** Just a name. */
    record Named(String name) implements Who {}

    /** Someone in the member's own notebook, typed as {@code ~} and the id in base 36, as buttons do. */
    record Known(long id) implements Who {
        public String typed() {
            return "~" + Long.toString(id, Character.MAX_RADIX);
        }
    }
}
