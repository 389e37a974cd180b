package bot.perennial.core.message;

import java.util.List;

/** A part of a message that stands on its own. */
public sealed interface Block {
    /** A title over what follows. */
    record Heading(String text) implements Block {}

    /** Something said, and what can be pressed about it; pressing may replace the whole entry. */
    record Entry(Line line, List<Control> controls) implements Block {
        public Entry {
            controls = List.copyOf(controls);
        }
    }

    /** A remark in small print. */
    record Small(Line line) implements Block {}

    /** The block without markup or controls. */
    default String text() {
        return switch (this) {
            case Heading(String text) -> text;
            case Entry(Line line, List<Control> controls) -> line.text();
            case Small(Line line) -> line.text();
        };
    }
}
