package bot.perennial.app;

import java.util.List;

/** The configuration can't be used: everything that is wrong with it, each with its fix. */
public final class Misconfigured extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What a process answers that was configured wrongly, by sysexits.h. */
    public static final int EXIT_CODE = 78;

    private final transient List<String> problems;

    public Misconfigured(List<String> problems) {
        super(problems.size() + " problems with the configuration");
        this.problems = List.copyOf(problems);
    }

    /** One sentence or two each: what is wrong, and what to do. */
    public List<String> problems() {
        return problems;
    }

    /** All of it, to be shown to whoever started the program. */
    public String report() {
        var count = problems.size() == 1 ? "one thing" : problems.size() + " things";
        return "Perennial can't start: " + count + " to fix in its settings.\n  - " + String.join("\n  - ", problems);
    }
}
