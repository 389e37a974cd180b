package bot.perennial.slack;

import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Span;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws messages. Text travels in rich text and plain text objects, which Slack shows as they are, so that nothing a
 * person typed is ever markup; the blocks of an entry share the first part of their ids.
 */
final class BlockKit {
    /** Writes what it finds, where the SDK's own makes a tree of each part first. */
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(TextStyle.class, (JsonSerializer<TextStyle>) (style, type, context) -> set(style))
            .create();

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_CONTROLS = 25;
    private static final int LONGEST_ENTRY = 3000;
    private static final int LONGEST_MESSAGE = 12_000;
    private static final int LONGEST_HEADING = 150;
    private static final int LONGEST_SMALL = 2000;
    private static final int LONGEST_FALLBACK = 3900;

    private final List<LayoutBlock> blocks = new ArrayList<>();
    private int room = LONGEST_MESSAGE;

    private BlockKit() {}

    /** The message as blocks. */
    static List<LayoutBlock> blocks(Message message) {
        var kit = new BlockKit();
        var index = 0;
        for (var block : message.blocks()) {
            kit.draw(block, "e" + index++ + ".0");
        }
        return crop(kit.blocks);
    }

    /** The blocks as Slack documents them. */
    static JsonArray json(List<LayoutBlock> blocks) {
        return GSON.toJsonTree(blocks).getAsJsonArray();
    }

    /** The same as text, without the tree of it. */
    static String text(List<LayoutBlock> blocks) {
        return GSON.toJson(blocks);
    }

    /** The message in one sentence or more, for notifications and screen readers. */
    static String fallback(Message message) {
        return fallback(message.text());
    }

    /** The same for blocks that have been drawn. */
    static String fallback(List<LayoutBlock> blocks) {
        return fallback(blocks.stream()
                .map(block -> block instanceof ActionsBlock ? "" : words(GSON.toJsonTree(block)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private static String fallback(String text) {
        var escaped = SafeText.escaped(text, LONGEST_FALLBACK).strip();
        return escaped.isEmpty() ? "Done." : escaped;
    }

    private static String words(JsonElement json) {
        return switch (json) {
            case JsonArray array -> array.asList().stream().map(BlockKit::words).collect(Collectors.joining());
            case JsonObject object ->
                object.asMap().entrySet().stream()
                        .map(member -> member.getKey().equals("text")
                                        && member.getValue().isJsonPrimitive()
                                ? member.getValue().getAsString()
                                : words(member.getValue()))
                        .collect(Collectors.joining());
            default -> "";
        };
    }

    /** The blocks of a message, those of the entry with the pressed block replaced; empty if that cannot be done. */
    static Optional<List<LayoutBlock>> swap(List<LayoutBlock> shown, String pressed, Message entry) {
        var parts = pressed.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        var prefix = parts[0] + ".";
        var kit = new BlockKit();
        var version = prefix + (Integer.parseInt(parts[1]) + 1);
        for (var block : entry.blocks()) {
            kit.draw(block, version);
        }
        var result = new ArrayList<LayoutBlock>();
        var swapped = false;
        for (var block : shown) {
            if (block.getBlockId() == null || !block.getBlockId().startsWith(prefix)) {
                result.add(block);
            } else if (!swapped) {
                result.addAll(kit.blocks);
                swapped = true;
            }
        }
        return swapped && result.size() <= MOST_BLOCKS && !result.isEmpty() ? Optional.of(result) : Optional.empty();
    }

    private void draw(Block block, String key) {
        switch (block) {
            case Block.Heading(String text) ->
                blocks.add(HeaderBlock.builder()
                        .blockId(id(key))
                        .text(plain(SafeText.label(text, LONGEST_HEADING)))
                        .build());
            case Block.Entry(Line line, List<Control> controls) -> {
                say(line, key);
                offer(controls, key);
            }
            case Block.Small(Line line) -> {
                if (!line.text().isBlank()) {
                    blocks.add(small(small(line), id(key)));
                }
            }
        }
    }

    private void say(Line line, String key) {
        var longest = Math.min(LONGEST_ENTRY, room);
        List<RichTextElement> elements = new ArrayList<>();
        var used = 0;
        for (var span : line.spans()) {
            var text = SafeText.apart(words(span), Math.max(1, longest - used));
            if (!text.isEmpty()) {
                elements.add(RichTextSectionElement.Text.builder()
                        .text(text)
                        .style(style(span))
                        .build());
                used += text.length();
            }
            if (used >= longest) {
                break;
            }
        }
        room = Math.max(1, room - used);
        if (used > 0 && !line.text().isBlank()) {
            blocks.add(RichTextBlock.builder()
                    .blockId(id(key))
                    .elements(List.of(
                            RichTextSectionElement.builder().elements(elements).build()))
                    .build());
        }
    }

    private void offer(List<Control> controls, String key) {
        var elements = Controls.elements(controls);
        for (var from = 0; from < elements.size(); from += MOST_CONTROLS) {
            List<BlockElement> row = elements.subList(from, Math.min(elements.size(), from + MOST_CONTROLS));
            blocks.add(ActionsBlock.builder().blockId(id(key)).elements(row).build());
        }
    }

    /** The SDK would also send styles that are not set, of which some are unknown to Slack. */
    private static JsonElement set(TextStyle style) {
        var json = new JsonObject();
        if (style.isBold()) {
            json.addProperty("bold", true);
        }
        if (style.isItalic()) {
            json.addProperty("italic", true);
        }
        if (style.isCode()) {
            json.addProperty("code", true);
        }
        return json;
    }

    private String id(String key) {
        return key + "." + blocks.size();
    }

    private static String words(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> text;
            case Span.Strong(String text) -> text;
            case Span.Soft(String text) -> text;
            case Span.Quote(String text) -> "“" + text + "”";
            case Span.Code(String text) -> text;
        };
    }

    private static @Nullable TextStyle style(Span span) {
        return switch (span) {
            case Span.Plain plain -> null;
            case Span.Strong strong -> TextStyle.builder().bold(true).build();
            case Span.Soft soft -> TextStyle.builder().italic(true).build();
            case Span.Quote quote -> null;
            case Span.Code code -> TextStyle.builder().code(true).build();
        };
    }

    private static List<LayoutBlock> crop(List<LayoutBlock> blocks) {
        if (blocks.size() <= MOST_BLOCKS) {
            return List.copyOf(blocks);
        }
        var cropped = new ArrayList<>(blocks.subList(0, MOST_BLOCKS - 1));
        cropped.add(small("… and more than fits in one message.", "more"));
        return cropped;
    }

    private static String small(Line line) {
        return line.spans().stream()
                .map(span -> SafeText.apart(words(span), LONGEST_SMALL))
                .collect(Collectors.joining());
    }

    private static LayoutBlock small(String text, String id) {
        return ContextBlock.builder()
                .blockId(id)
                .elements(List.of(plain(text.length() <= LONGEST_SMALL ? text : SafeText.cut(text, LONGEST_SMALL))))
                .build();
    }

    /** Text without markup; Slack is asked not to turn colons into emoji either. */
    static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
