package bot.perennial.core.command;

import java.util.List;

/**
 * One thing a command can be told. {@code name:value} fills it anywhere in typed text.
 *
 * @param help what it is, at most 100 characters, the least a platform allows
 * @param leads words that introduce it in typed text, as "at" does in "met Ana at PyCon"; {@code -} stands for a spaced
 *     dash or a line break
 * @param trailing whether typed text may end the option before it with this one's value, as in "dana wu next week"
 */
public record Option<T>(
        String name, String help, Kind<T> kind, boolean mandatory, List<String> leads, boolean trailing) {
    public Option {
        leads = List.copyOf(leads);
    }

    public static <T> Option<T> of(String name, String help, Kind<T> kind) {
        return new Option<>(name, help, kind, false, List.of(), false);
    }

    public static Option<String> words(String name, String help) {
        return words(name, help, Kind.Words.Source.NONE);
    }

    public static Option<String> words(String name, String help, Kind.Words.Source source) {
        return of(name, help, new Kind.Words(source, Kind.Words.NOTE));
    }

    /** The name that someone is to have. */
    public static Option<String> name(String name, String help) {
        return of(name, help, new Kind.Words(Kind.Words.Source.NONE, Values.LONGEST_NAME));
    }

    /** Without it the command shows its form, or says what it needs. */
    public Option<T> required() {
        return new Option<>(name, help, kind, true, leads, trailing);
    }

    public Option<T> after(String... words) {
        return new Option<>(name, help, kind, mandatory, List.of(words), trailing);
    }

    public Option<T> atTheEnd() {
        return new Option<>(name, help, kind, mandatory, leads, true);
    }

    /** By its name alone, since it is looked up many times for each line that is typed. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** How it is typed: after its lead, at its place if it is the first, or else after its name and a colon. */
    String usage(boolean first) {
        var placed = first || trailing || mandatory;
        var lead = leads.isEmpty() ? (placed ? "" : name + ":") : leads.getFirst() + " ";
        var shown = lead + "<" + name + ">";
        return mandatory ? shown : "[" + shown + "]";
    }
}
