package bot.perennial.core.message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something the bot says. */
public record Message(List<Block> blocks) {
    /** A message that says nothing, to add to. */
    public static final Message EMPTY = new Message(List.of());

    public Message {
        blocks = List.copyOf(blocks);
    }

    public static Message of(String text) {
        return EMPTY.entry(Line.of(text));
    }

    public static Message of(Line line, Control... controls) {
        return EMPTY.entry(line, controls);
    }

    public Message heading(String text) {
        return and(new Block.Heading(text));
    }

    public Message entry(Line line, Control... controls) {
        return and(new Block.Entry(line, List.of(controls)));
    }

    public Message entry(Line line, List<Control> controls) {
        return and(new Block.Entry(line, controls));
    }

    public Message small(Line line) {
        return and(new Block.Small(line));
    }

    public Message and(Message other) {
        return new Message(Stream.concat(blocks.stream(), other.blocks.stream()).toList());
    }

    /** The message without any markup or controls, one line a block, for notifications, screen readers and tests. */
    public String text() {
        return blocks.stream().map(Block::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Everything that can be pressed, in reading order, the choices of menus included; picks are left out. */
    public List<Control.Button> buttons() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Entry entry ? entry.controls().stream() : Stream.empty())
                .flatMap(Message::buttons)
                .toList();
    }

    private static Stream<Control.Button> buttons(Control control) {
        return switch (control) {
            case Control.Button button -> Stream.of(button);
            case Control.Menu menu -> menu.choices().stream();
            case Control.Picks picks -> Stream.empty();
        };
    }

    private Message and(Block block) {
        return new Message(Stream.concat(blocks.stream(), Stream.of(block)).toList());
    }
}
