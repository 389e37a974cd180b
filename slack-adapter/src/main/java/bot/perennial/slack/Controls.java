package bot.perennial.slack;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
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

    private final List<BlockElement> elements = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Controls() {}

    static List<BlockElement> elements(List<Control> controls) {
        var drawn = new Controls();
        controls.forEach(drawn::draw);
        return drawn.elements;
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

    /** Choices as Slack's options, at most as many as both platforms show. */
    static List<OptionObject> options(List<Choice> choices) {
        var values = new HashSet<String>();
        return choices.stream()
                .filter(choice -> fits(choice.value()) && values.add(choice.value()))
                .limit(MOST_CHOICES)
                .map(choice -> OptionObject.builder()
                        .text(BlockKit.plain(SafeText.label(choice.label(), LONGEST_LABEL)))
                        .value(choice.value())
                        .build())
                .toList();
    }

    private void draw(Control control) {
        switch (control) {
            case Control.Button(String label, String line) ->
                elements.add(ButtonElement.builder()
                        .actionId(id(line))
                        .text(BlockKit.plain(SafeText.label(label, LONGEST_LABEL)))
                        .value(line)
                        .build());
            case Control.Menu(String label, List<Control.Button> choices) -> {
                if (choices.stream().allMatch(choice -> fits(choice.line()))) {
                    menu(label, choices);
                } else {
                    choices.forEach(this::draw); // a line too long for a menu still fits a button
                }
            }
            case Control.Picks(String label, String line, List<Choice> choices, int most) -> {
                var options = options(choices);
                if (!options.isEmpty()) {
                    elements.add(MultiStaticSelectElement.builder()
                            .actionId(id(PICKS + line))
                            .placeholder(BlockKit.plain(SafeText.label(label, LONGEST_LABEL)))
                            .options(options)
                            .maxSelectedItems(Math.clamp(most, 1, MOST_CHOICES))
                            .build());
                }
            }
        }
    }

    private void menu(String label, List<Control.Button> choices) {
        var options = options(choices.stream()
                .map(choice -> new Choice(choice.line(), choice.label()))
                .toList());
        if (!options.isEmpty()) {
            elements.add(StaticSelectElement.builder()
                    .actionId(id("menu " + SafeText.label(label, LONGEST_LABEL)))
                    .placeholder(BlockKit.plain(SafeText.label(label, LONGEST_LABEL)))
                    .options(options)
                    .build());
        }
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
