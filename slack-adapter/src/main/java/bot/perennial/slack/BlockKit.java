package bot.perennial.slack;

import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Span;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws messages as JSON, which is written as it is drawn. Text travels in rich text and plain text objects, which Slack
 * shows as they are, so that nothing a person typed is ever markup; the blocks of an entry share the first part of their
 * ids.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Slack's blocks</a>
 */
final class BlockKit {
    /** For blocks that Slack has sent. */
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

    private final SegmentedStringWriter text = JsonText.room();
    private final JsonGenerator json = JsonText.writing(text);
    private int count;
    private boolean full;
    private int room = LONGEST_MESSAGE;

    private BlockKit() throws IOException {}

    /** What a block says, besides its type and id. */
    private interface Part {
        void draw() throws IOException;
    }

    /** The message as an array of blocks. */
    static String blocks(Message message) {
        try {
            return new BlockKit().draw(message);
        } catch (IOException e) { // never: it is written into memory
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a message, those of the entry with the pressed block replaced; empty if that cannot be done. */
    static Optional<String> swap(List<LayoutBlock> shown, String pressed, Message entry) {
        var parts = pressed.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        try {
            return new BlockKit().swap(shown, parts[0] + ".", Integer.parseInt(parts[1]) + 1, entry);
        } catch (IOException e) { // never: it is written into memory
            throw new UncheckedIOException(e);
        }
    }

    /** Writes text without markup; Slack is asked not to turn colons into emoji either. */
    static void plain(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "plain_text");
        json.writeStringField("text", text);
        json.writeBooleanField("emoji", false);
        json.writeEndObject();
    }

    private String draw(Message message) throws IOException {
        json.writeStartArray();
        var index = 0;
        for (var block : message.blocks()) {
            draw(block, "e" + index++ + ".0");
        }
        if (full) {
            put("context", "more", () -> small("… and more than fits in one message."));
        }
        json.writeEndArray();
        json.close();
        return text.getAndClear();
    }

    private Optional<String> swap(List<LayoutBlock> shown, String prefix, int version, Message entry)
            throws IOException {
        var kept = 0;
        var swapped = false;
        json.writeStartArray();
        for (var block : shown) {
            if (block.getBlockId() == null || !block.getBlockId().startsWith(prefix)) {
                json.writeRawValue(GSON.toJson(block));
                kept++;
            } else if (!swapped) {
                for (var part : entry.blocks()) {
                    draw(part, prefix + version);
                }
                swapped = true;
            }
        }
        json.writeEndArray();
        json.close();
        var blocks = kept + count;
        return swapped && !full && blocks > 0 && blocks <= MOST_BLOCKS
                ? Optional.of(text.getAndClear())
                : Optional.empty();
    }

    private void draw(Block block, String key) throws IOException {
        switch (block) {
            case Block.Heading(String words) ->
                block("header", key, () -> {
                    json.writeFieldName("text");
                    plain(json, SafeText.label(words, LONGEST_HEADING));
                });
            case Block.Entry(Line line, List<Control> controls) -> {
                say(line, key);
                offer(controls, key);
            }
            case Block.Small(Line line) -> {
                if (!line.text().isBlank()) {
                    block("context", key, () -> small(small(line)));
                }
            }
        }
    }

    /** One more block, unless the last that there is room for has to say that there are more. */
    private void block(String type, String key, Part part) throws IOException {
        full = full || count == MOST_BLOCKS - 1;
        if (!full) {
            put(type, key + "." + count++, part);
        }
    }

    private void put(String type, String id, Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField("block_id", id);
        part.draw();
        json.writeEndObject();
    }

    private void say(Line line, String key) throws IOException {
        var texts = fitting(line.spans());
        if (!String.join("", texts).isBlank()) {
            block("rich_text", key, () -> spans(line.spans(), texts));
        }
    }

    private void spans(List<Span> spans, List<String> texts) throws IOException {
        json.writeArrayFieldStart("elements");
        json.writeStartObject();
        json.writeStringField("type", "rich_text_section");
        json.writeArrayFieldStart("elements");
        for (var at = 0; at < texts.size(); at++) {
            if (!texts.get(at).isEmpty()) {
                json.writeStartObject();
                json.writeStringField("type", "text");
                json.writeStringField("text", texts.get(at));
                style(spans.get(at));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** What of each span there is room for, of the first of them. */
    private List<String> fitting(List<Span> spans) {
        var longest = Math.min(LONGEST_ENTRY, room);
        List<String> texts = new ArrayList<>(spans.size());
        var used = 0;
        for (var span : spans) {
            if (used >= longest) {
                break;
            }
            var fits = SafeText.apart(words(span), longest - used);
            texts.add(fits);
            used += fits.length();
        }
        room = Math.max(1, room - used);
        return texts;
    }

    private void style(Span span) throws IOException {
        switch (span) {
            case Span.Plain plain -> {}
            case Span.Strong strong -> style("bold");
            case Span.Soft soft -> style("italic");
            case Span.Quote quote -> {}
            case Span.Code code -> style("code");
        }
    }

    private void style(String name) throws IOException {
        json.writeObjectFieldStart("style");
        json.writeBooleanField(name, true);
        json.writeEndObject();
    }

    private void offer(List<Control> controls, String key) throws IOException {
        var drawn = new Controls(json);
        var offered = Controls.offered(controls);
        for (var from = 0; from < offered.size(); from += MOST_CONTROLS) {
            var row = offered.subList(from, Math.min(offered.size(), from + MOST_CONTROLS));
            block("actions", key, () -> {
                json.writeArrayFieldStart("elements");
                for (var control : row) {
                    drawn.draw(control);
                }
                json.writeEndArray();
            });
        }
    }

    private void small(String words) throws IOException {
        json.writeArrayFieldStart("elements");
        plain(json, SafeText.cut(words, LONGEST_SMALL));
        json.writeEndArray();
    }

    private static String small(Line line) {
        return line.spans().stream()
                .map(span -> SafeText.apart(words(span), LONGEST_SMALL))
                .collect(Collectors.joining());
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
}
