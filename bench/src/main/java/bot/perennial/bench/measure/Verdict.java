package bot.perennial.bench.measure;

/** Whether a goal was met, and what was found. */
public record Verdict(Goal goal, Outcome outcome, String found) {
    /** How sure it is. */
    public enum Outcome {
        MET,
        /** Met as far as the noise lets one see: the better quartile meets it, the median does not. */
        CLOSE,
        MISSED
    }

    public boolean missed() {
        return outcome == Outcome.MISSED;
    }

    @Override
    public String toString() {
        return "goal " + goal.number() + " " + outcome + ": " + goal.words() + ", found " + found;
    }
}
