package bot.perennial.db.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts a database and is killed before it can end it. */
final class StartedAndLeft {
    private StartedAndLeft() {}

    public static void main(String[] arguments) throws IOException {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]), progress -> {});
        System.out.println(database.server().orElseThrow().pid());
        System.in.read();
    }
}
