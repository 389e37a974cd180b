package bot.perennial.slack;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import com.fasterxml.jackson.core.JsonGenerator;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Buttons and menus, drawn and read back: the value of each is the line that it types. */
final class Controls {
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_VALUE = 75;
    private static final int MOST_CHOICES = 25;
    private static final String PICKS = "picks ";

    private final JsonGenerator json;
    private final Set<String> ids = new HashSet<>();

    /** For the controls of one entry, which share the block or blocks that ids must be unique in. */
    Controls(JsonGenerator json) {
        this.json = json;
    }

    /** Those that can be drawn; a line too long for a menu still fits a button. */
    static List<Control> offered(List<Control> controls) {
        List<Control> offered = new ArrayList<>(controls.size());
        for (var control : controls) {
            switch (control) {
                case Control.Button button -> offered.add(button);
                case Control.Menu(String label, List<Control.Button> choices)
                when !choices.stream().allMatch(choice -> fits(choice.line())) -> offered.addAll(choices);
                case Control.Menu menu -> {
                    if (!menu.choices().isEmpty()) {
                        offered.add(menu);
                    }
                }
                case Control.Picks picks -> {
                    if (!choices(picks.choices()).isEmpty()) {
                        offered.add(picks);
                    }
                }
            }
        }
        return offered;
    }

    /** The line that a press typed; empty if nothing was chosen. */
    static Optional<String> line(BlockActionPayload.Action action) {
        if (action.getSelectedOptions() != null) {
            var values = action.getSelectedOptions().stream()
                    .map(BlockActionPayload.Action.SelectedOption::getValue)
                    .collect(Collectors.joining(" "));
            var id = action.getActionId();
            var start = id.indexOf(PICKS);
            return values.isEmpty() || start < 0
                    ? Optional.empty()
                    : Optional.of(id.substring(start + PICKS.length()) + " " + values);
        }
        if (action.getSelectedOption() != null) {
            return Optional.ofNullable(action.getSelectedOption().getValue());
        }
        return Optional.ofNullable(action.getValue());
    }

    /** The choices that fit, at most as many as both platforms show. */
    static List<Choice> choices(List<Choice> choices) {
        var values = new HashSet<String>();
        return choices.stream()
                .filter(choice -> fits(choice.value()) && values.add(choice.value()))
                .limit(MOST_CHOICES)
                .toList();
    }

    static String label(String words) {
        return SafeText.label(words, LONGEST_LABEL);
    }

    /** Draws one of those offered. */
    void draw(Control control) throws IOException {
        json.writeStartObject();
        switch (control) {
            case Control.Button(String label, String line) -> {
                begin("button", line);
                plain("text", label);
                json.writeStringField("value", line);
            }
            case Control.Menu(String label, List<Control.Button> choices) -> {
                begin("static_select", "menu " + label(label));
                choose(
                        label,
                        choices.stream()
                                .map(choice -> new Choice(choice.line(), choice.label()))
                                .toList());
            }
            case Control.Picks(String label, String line, List<Choice> choices, int most) -> {
                begin("multi_static_select", PICKS + line);
                choose(label, choices);
                json.writeNumberField("max_selected_items", Math.clamp(most, 1, MOST_CHOICES));
            }
        }
        json.writeEndObject();
    }

    private void begin(String type, String id) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("action_id", id(id));
    }

    private void choose(String label, List<Choice> choices) throws IOException {
        plain("placeholder", label);
        json.writeArrayFieldStart("options");
        for (var choice : choices(choices)) {
            json.writeStartObject();
            plain("text", choice.label());
            json.writeStringField("value", choice.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void plain(String name, String label) throws IOException {
        json.writeFieldName(name);
        BlockKit.plain(json, label(label));
    }

    private String id(String wanted) {
        var id = wanted;
        for (var repeat = 2; !ids.add(id); repeat++) {
            id = repeat + " " + wanted;
        }
        return id;
    }

    private static boolean fits(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_VALUE;
    }
}
