package bot.perennial.slack;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws forms as modals, and reads what was filled in. */
final class SlackForms {
    static final String CALLBACK = "form";
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_LABEL = 150;
    private static final int LONGEST_ANSWER = 3000;
    private static final int MOST_CHECKBOXES = 10;

    private SlackForms() {}

    /**
     * What a modal carries from its opening to its submission.
     *
     * @param address where the gesture that opened it may be answered; empty for none
     * @param pressed whether that gesture was a press in a message, which the answer may replace
     */
    record Origin(String line, String address, boolean pressed) {
        String metadata() {
            return String.join("\n", line, address, pressed ? "pressed" : "typed");
        }

        static Origin read(String metadata) {
            var parts = metadata.split("\n", -1);
            return parts.length == 3
                    ? new Origin(parts[0], parts[1], parts[2].equals("pressed"))
                    : new Origin(parts[0], "", false);
        }
    }

    static View view(Form form, String address, boolean pressed) {
        return View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(SafeText.label(form.title(), LONGEST_TITLE))
                        .build())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(SafeText.label(form.submit(), LONGEST_TITLE))
                        .build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .privateMetadata(new Origin(form.line(), address, pressed).metadata())
                .blocks(form.fields().stream().map(SlackForms::input).toList())
                .build();
    }

    /** The answers by field; a field left empty answers with nothing. */
    static Map<String, String> answers(@Nullable ViewState state) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((field, values) -> values.values().stream()
                    .findFirst()
                    .ifPresent(value -> answers.put(field, SafeText.clean(answer(value)))));
        }
        return answers;
    }

    private static String answer(ViewState.Value value) {
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining(" "));
        }
        if (value.getSelectedOption() != null) {
            return Optional.ofNullable(value.getSelectedOption().getValue()).orElse("");
        }
        return Optional.ofNullable(value.getValue()).orElse("");
    }

    private static LayoutBlock input(Field field) {
        var input = InputBlock.builder()
                .blockId(field.name())
                .label(plain(SafeText.label(field.label(), LONGEST_LABEL)))
                .optional(!field.mandatory())
                .element(element(field));
        if (!field.hint().isBlank()) {
            input.hint(plain(SafeText.label(field.hint(), LONGEST_LABEL)));
        }
        return input.build();
    }

    private static BlockElement element(Field field) {
        return switch (field.widget()) {
            case Field.Widget.Short(int longest) -> words(field, longest, false);
            case Field.Widget.Long(int longest) -> words(field, longest, true);
            case Field.Widget.OneOf(List<Choice> choices) -> oneOf(field, options(choices));
            case Field.Widget.SomeOf(List<Choice> choices) -> someOf(field, options(choices));
        };
    }

    private static BlockElement words(Field field, int longest, boolean severalLines) {
        // what is known must fit, or saving the form unchanged would lose its end
        var most = Math.clamp(Math.max(longest, field.known().length()), 1, LONGEST_ANSWER);
        var words = PlainTextInputElement.builder()
                .actionId(field.name())
                .multiline(severalLines)
                .maxLength(most);
        if (!field.known().isEmpty()) {
            words.initialValue(SafeText.cut(field.known(), most));
        }
        return words.build();
    }

    private static BlockElement oneOf(Field field, List<OptionObject> options) {
        var select = StaticSelectElement.builder().actionId(field.name()).options(options);
        options.stream()
                .filter(option -> option.getValue().equals(field.known()))
                .findFirst()
                .ifPresent(select::initialOption);
        return select.build();
    }

    private static BlockElement someOf(Field field, List<OptionObject> options) {
        var known = Arrays.asList(field.known().split(" ", -1));
        var chosen = options.stream()
                .filter(option -> known.contains(option.getValue()))
                .toList();
        if (options.size() <= MOST_CHECKBOXES) {
            var boxes = CheckboxesElement.builder().actionId(field.name()).options(options);
            return (chosen.isEmpty() ? boxes : boxes.initialOptions(chosen)).build();
        }
        var select = MultiStaticSelectElement.builder().actionId(field.name()).options(options);
        return (chosen.isEmpty() ? select : select.initialOptions(chosen)).build();
    }

    private static List<OptionObject> options(List<Choice> choices) {
        return Controls.choices(choices).stream()
                .map(choice -> OptionObject.builder()
                        .text(plain(Controls.label(choice.label())))
                        .value(choice.value())
                        .build())
                .toList();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
