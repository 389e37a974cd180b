package bot.perennial.discord;

import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.ActionComponent;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Messages as Discord's components: a text for each block, and under an entry's text the rows of what can be pressed.
 *
 * @param workspace the server that the components carry, empty where they stand in it
 * @param key the letter's that they carry, by which the bot finds it again; empty for none
 */
record DiscordMarkup(String workspace, String key) {
    static final int MOST_COMPONENTS = 40;
    static final int MOST_TEXT = 4000;
    private static final String MORE = "-# …";
    /** More have no room to say anything. */
    private static final int MOST_BLOCKS = 100;
    /** What a heading's or small print's own marks leave room for words in. */
    private static final int SHORTEST = 8;

    DiscordMarkup(String workspace) {
        this(workspace, "");
    }

    MessageCreateData create(Message message) {
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .setComponents(components(message))
                .build();
    }

    MessageEditData edit(Message message) {
        return edit(components(message));
    }

    /** The shown components with the entry that holds what was pressed replaced, if it is still there. */
    Optional<MessageEditData> replace(
            List<? extends MessageTopLevelComponent> shown, Predicate<ActionComponent> pressed, Message message) {
        var from = shown.size();
        for (var at = 0; at < shown.size() && from == shown.size(); at++) {
            if (shown.get(at) instanceof ActionRow row
                    && row.getActionComponents().stream().anyMatch(pressed)) {
                from = at;
            }
        }
        if (from == shown.size()) {
            return Optional.empty();
        }
        var until = from;
        while (from > 0 && shown.get(from) instanceof ActionRow) {
            from--;
        }
        while (until < shown.size() && shown.get(until) instanceof ActionRow) {
            until++;
        }
        var rest = new ArrayList<MessageTopLevelComponent>(shown.subList(0, from));
        rest.addAll(shown.subList(until, shown.size()));
        rest.addAll(from, components(message, Room.besides(rest)));
        return Optional.of(edit(rest));
    }

    List<MessageTopLevelComponent> components(Message message) {
        return components(message, Room.besides(List.of()));
    }

    private static MessageEditData edit(List<? extends MessageTopLevelComponent> components) {
        return new MessageEditBuilder()
                .useComponentsV2()
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .setComponents(components)
                .build();
    }

    private List<MessageTopLevelComponent> components(Message message, Room room) {
        var components = new ArrayList<MessageTopLevelComponent>();
        var left = room.components();
        var blocks = first(message.blocks());
        var longest = longest(blocks, room.text());
        for (var at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            if (left < 2 || longest < SHORTEST) {
                components.add(rest(blocks.subList(at, blocks.size()), longest));
                return components;
            }
            components.add(head(block, longest));
            left--;
            for (var row : rows(block, room.taken())) {
                var size = 1 + row.getComponents().size();
                if (size < left) {
                    components.add(row);
                    left -= size;
                }
            }
        }
        if (components.isEmpty()) {
            components.add(TextDisplay.of(MORE));
        }
        return components;
    }

    private static List<Block> first(List<Block> blocks) {
        return blocks.size() <= MOST_BLOCKS
                ? blocks
                : Stream.concat(blocks.stream().limit(MOST_BLOCKS), Stream.of(new Block.Small(Line.of("…"))))
                        .toList();
    }

    /** What there is no component left for: its words, without what could be pressed. */
    private static TextDisplay rest(List<Block> blocks, int longest) {
        var text = longest < SHORTEST
                ? ""
                : blocks.stream()
                        .map(block -> text(block, longest))
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("\n"));
        return TextDisplay.of(text.isEmpty() ? MORE : text);
    }

    private static MessageTopLevelComponent head(Block block, int longest) {
        var text = text(block, longest);
        return text.isBlank() ? Separator.createInvisible(Separator.Spacing.SMALL) : TextDisplay.of(text);
    }

    private static String text(Block block, int longest) {
        return switch (block) {
            case Block.Heading(String text) -> DiscordText.heading(text, longest);
            case Block.Entry(Line line, List<Control> controls) -> DiscordText.line(line, longest);
            case Block.Small(Line line) -> DiscordText.small(line, longest);
        };
    }

    private List<ActionRow> rows(Block block, Set<String> taken) {
        return switch (block) {
            case Block.Entry(Line line, List<Control> controls) ->
                new DiscordControls(workspace, key, taken).rows(controls);
            case Block.Heading heading -> List.of();
            case Block.Small small -> List.of();
        };
    }

    /** How long each text may be so that together they fit: long ones are cut before short ones. */
    private static int longest(List<Block> blocks, int room) {
        var left = room - MORE.length();
        var most = left;
        var lengths = blocks.stream()
                .mapToInt(block -> text(block, most).length() + 1)
                .sorted()
                .toArray();
        for (var at = 0; at < lengths.length; at++) {
            var share = left / (lengths.length - at);
            if (lengths[at] > share) {
                return share - 1;
            }
            left -= lengths[at];
        }
        return most;
    }

    /** What a message still has room for, and the ids that are taken in it. */
    private record Room(int components, int text, Set<String> taken) {
        static Room besides(List<? extends MessageTopLevelComponent> others) {
            var components = MOST_COMPONENTS;
            var text = MOST_TEXT;
            var taken = new HashSet<String>();
            for (var other : others) {
                components--;
                if (other instanceof ActionRow row) {
                    components -= row.getComponents().size();
                    row.getActionComponents().forEach(component -> taken.add(component.getCustomId()));
                } else if (other instanceof TextDisplay display) {
                    text -= display.getContent().length();
                }
            }
            return new Room(components, text, taken);
        }
    }
}
