package bot.perennial.core.message;

import java.util.List;

/** Something to press: pressing it is typing its line. */
public sealed interface Control {
    /** The longest line a control may carry: a platform's button holds 100, and its adapter needs some for itself. */
    int LONGEST_LINE = 80;

    /**
     * A button, or one choice of a menu.
     *
     * @param line the command that pressing it types, such as {@code /followup ~12 done}; at most 80 characters
     */
    record Button(String label, String line) implements Control {
        public Button {
            if (line.length() > LONGEST_LINE || !line.startsWith("/")) {
                throw new IllegalArgumentException("A button's line is a command of at most 80 characters");
            }
        }
    }

    /** A list of 1 to 25 choices that opens when pressed; the label is what it shows while closed. */
    record Menu(String label, List<Button> choices) implements Control {
        public Menu {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A list of 1 to 25 choices of which several may be taken; the values chosen, separated by spaces, follow the line.
     *
     * @param most how many may be taken, 1 to 25
     */
    record Picks(String label, String line, List<Choice> choices, int most) implements Control {
        public Picks {
            choices = List.copyOf(choices);
        }
    }
}
