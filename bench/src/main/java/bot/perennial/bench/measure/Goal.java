package bot.perennial.bench.measure;

import bot.perennial.bench.measure.Verdict.Outcome;
import java.util.Locale;

/**
 * Something to reach, as the goals of the performance study number them. What is noisy is missed only when even the
 * better quartile of its cycles misses it; what is counted is missed at once.
 */
public record Goal(String number, String words, Side side, double bound) {
    /** Which side of the bound is good. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }

    public static Goal atLeast(String number, String words, double bound) {
        return new Goal(number, words, Side.AT_LEAST, bound);
    }

    public static Goal atMost(String number, String words, double bound) {
        return new Goal(number, words, Side.AT_MOST, bound);
    }

    /** For what is counted, and for a single figure. */
    public Verdict exactly(double found) {
        return new Verdict(this, reaches(found) ? Outcome.MET : Outcome.MISSED, Table.number(found) + " " + sign());
    }

    /** For what is noisy. */
    public Verdict noisy(Ratio found) {
        var cycles = found.cycles();
        var better = side == Side.AT_LEAST ? cycles.upper() : cycles.lower();
        var outcome = reaches(cycles.median()) ? Outcome.MET : reaches(better) ? Outcome.CLOSE : Outcome.MISSED;
        return new Verdict(
                this,
                outcome,
                String.format(
                        Locale.ROOT,
                        "mean %s, quartiles %s · %s · %s %s",
                        Table.number(found.mean()),
                        Table.number(cycles.lower()),
                        Table.number(cycles.median()),
                        Table.number(cycles.upper()),
                        sign()));
    }

    private boolean reaches(double found) {
        return side == Side.AT_LEAST ? found >= bound : found <= bound;
    }

    private String sign() {
        return "(" + (side == Side.AT_LEAST ? "≥ " : "≤ ") + Table.number(bound) + ")";
    }
}
