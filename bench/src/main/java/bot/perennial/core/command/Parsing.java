package bot.perennial.core.command;

import java.util.List;

/** Lets the measurements reach the parser of typed text alone, which nobody else needs to. */
public final class Parsing {
    private Parsing() {}

    /** What was understood; only of interest in that it was made. */
    public static Object of(CommandSpec spec, String text) {
        return TypedText.read(spec, List.of(new Token.Text(text)));
    }
}
