package bot.perennial.core.message;

import java.util.List;

/**
 * One question of a form.
 *
 * @param name the option that the answer fills
 * @param known the answer to begin with, empty for none; for several choices their values separated by spaces
 * @param hint an example or remark, at most 100 characters, empty for none
 */
public record Field(String name, String label, Widget widget, String known, String hint, boolean mandatory) {
    /** How a question is answered. */
    @SuppressWarnings("AvoidCommonTypeNames") // never used without Widget in front
    public sealed interface Widget {
        /** Words on one line. */
        record Short(int longest) implements Widget {}

        /** Words on several lines. */
        record Long(int longest) implements Widget {}

        /** One of up to 25 choices. */
        record OneOf(List<Choice> choices) implements Widget {}

        /** Any of up to 25 choices. */
        record SomeOf(List<Choice> choices) implements Widget {}
    }

    public static Field words(String name, String label, String known) {
        return new Field(name, label, new Widget.Short(200), known, "", false);
    }

    public static Field prose(String name, String label, String known) {
        return new Field(name, label, new Widget.Long(1500), known, "", false);
    }

    public static Field oneOf(String name, String label, List<Choice> choices, String known) {
        return new Field(name, label, new Widget.OneOf(List.copyOf(choices)), known, "", false);
    }

    public static Field someOf(String name, String label, List<Choice> choices, String known) {
        return new Field(name, label, new Widget.SomeOf(List.copyOf(choices)), known, "", false);
    }

    public Field hint(String words) {
        return new Field(name, label, widget, known, words, mandatory);
    }

    public Field required() {
        return new Field(name, label, widget, known, hint, true);
    }
}
