package bot.perennial.db.embedded;

/** Why the embedded database can't be used, said so that its owner can do something about it. */
public final class EmbeddedDatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedDatabaseFailure(String message) {
        super(message);
    }

    EmbeddedDatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
