package bot.perennial.db;

import bot.perennial.core.message.Block;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.message.Span;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The answer that a gesture got, as text, so that its repeats get the same. */
final class MessageJson {
    private MessageJson() {}

    static String write(Reply.Done done) {
        var json = new JsonObject();
        json.addProperty("place", done.place().name());
        json.add("blocks", array(done.message().blocks(), MessageJson::block));
        return json.toString();
    }

    static Reply.Done read(String text) {
        var json = JsonParser.parseString(text).getAsJsonObject();
        var message = new Message(list(json, "blocks", MessageJson::block));
        return new Reply.Done(message, Reply.Place.valueOf(string(json, "place")));
    }

    private static JsonObject block(Block block) {
        return switch (block) {
            case Block.Heading(String text) -> typed("heading", text);
            case Block.Small(Line line) -> with(new JsonObject(), "small", spans(line));
            case Block.Entry(Line line, List<Control> controls) ->
                with(with(new JsonObject(), "entry", spans(line)), "controls", array(controls, MessageJson::control));
        };
    }

    private static Block block(JsonObject json) {
        if (json.has("heading")) {
            return new Block.Heading(string(json, "heading"));
        }
        if (json.has("small")) {
            return new Block.Small(line(json, "small"));
        }
        return new Block.Entry(line(json, "entry"), list(json, "controls", MessageJson::control));
    }

    private static JsonObject control(Control control) {
        return switch (control) {
            case Control.Button(String label, String line) -> button(label, line);
            case Control.Menu(String label, List<Control.Button> choices) ->
                with(typed("menu", label), "choices", array(choices, choice -> button(choice.label(), choice.line())));
            case Control.Picks(String label, String line, List<Choice> choices, int most) -> {
                var json = with(typed("picks", label), "choices", array(choices, MessageJson::choice));
                json.addProperty("line", line);
                json.addProperty("most", most);
                yield json;
            }
        };
    }

    private static Control control(JsonObject json) {
        if (json.has("menu")) {
            return new Control.Menu(string(json, "menu"), list(json, "choices", MessageJson::button));
        }
        if (json.has("picks")) {
            var choices = list(json, "choices", choice -> new Choice(string(choice, "value"), string(choice, "label")));
            return new Control.Picks(
                    string(json, "picks"),
                    string(json, "line"),
                    choices,
                    json.get("most").getAsInt());
        }
        return button(json);
    }

    private static JsonObject choice(Choice choice) {
        var json = typed("value", choice.value());
        json.addProperty("label", choice.label());
        return json;
    }

    private static JsonObject button(String label, String line) {
        var json = typed("button", label);
        json.addProperty("line", line);
        return json;
    }

    private static Control.Button button(JsonObject json) {
        return new Control.Button(string(json, "button"), string(json, "line"));
    }

    private static JsonArray spans(Line line) {
        return array(line.spans(), MessageJson::span);
    }

    private static JsonObject span(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> typed("plain", text);
            case Span.Strong(String text) -> typed("strong", text);
            case Span.Soft(String text) -> typed("soft", text);
            case Span.Quote(String text) -> typed("quote", text);
            case Span.Code(String text) -> typed("code", text);
        };
    }

    private static Line line(JsonObject json, String name) {
        return new Line(list(json, name, MessageJson::span));
    }

    private static Span span(JsonObject json) {
        var kind = json.keySet().iterator().next();
        var text = string(json, kind);
        return switch (kind) {
            case "plain" -> new Span.Plain(text);
            case "strong" -> new Span.Strong(text);
            case "soft" -> new Span.Soft(text);
            case "quote" -> new Span.Quote(text);
            case "code" -> new Span.Code(text);
            default -> throw new IllegalStateException("No span is called " + kind);
        };
    }

    private static JsonObject typed(String name, String text) {
        var json = new JsonObject();
        json.addProperty(name, text);
        return json;
    }

    private static JsonObject with(JsonObject json, String name, JsonElement value) {
        json.add(name, value);
        return json;
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> writer) {
        var json = new JsonArray();
        values.forEach(value -> json.add(writer.apply(value)));
        return json;
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> reader) {
        return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(reader)
                .toList();
    }

    private static String string(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
