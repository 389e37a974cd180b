package bot.perennial.app.console;

import java.util.Optional;

/** Where the conversation is read and written. */
public interface Screen {
    /** The next line; empty at the end of the input. */
    Optional<String> read(String prompt);

    void show(String text);

    /** Whether text may stand out and stand back. */
    boolean styled();
}
