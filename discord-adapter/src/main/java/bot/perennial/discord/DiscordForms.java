package bot.perennial.discord;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Field.Widget;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** Forms as Discord's modals, and what was filled in. */
final class DiscordForms {
    private DiscordForms() {}

    /** The form; its id tells later where it belongs. */
    static Modal modal(Form form, CustomId id) {
        var labels = form.fields().stream().map(DiscordForms::label).toList();
        return Modal.create(id.written(), DiscordText.label(form.title(), Modal.MAX_TITLE_LENGTH))
                .addComponents(labels)
                .build();
    }

    /** The answers by the names of the fields, those left empty included. */
    static Map<String, String> answers(ModalInteraction interaction) {
        var answers = new LinkedHashMap<String, String>();
        for (var value : interaction.getValues()) {
            answers.put(value.getCustomId(), answer(value));
        }
        return answers;
    }

    /** A refusal with what was filled in: Discord has closed the form, and shows no problem under a question. */
    static Reply givenBack(Reply reply, Map<String, String> answers) {
        if (!(reply instanceof Reply.Refused(Message message, String option))
                || message.text().contains("You wrote:")) {
            return reply;
        }
        var given = message.entry(Line.of("You wrote:"));
        for (var answer : answers.entrySet()) {
            if (!answer.getValue().isBlank()) {
                given = given.entry(Line.of(answer.getKey() + ": ").code(answer.getValue()));
            }
        }
        return new Reply.Refused(given, option);
    }

    private static String answer(ModalMapping value) {
        return switch (value.getType()) {
            case STRING_SELECT -> String.join(" ", value.getAsStringList());
            default -> value.getAsString();
        };
    }

    private static Label label(Field field) {
        var label = DiscordText.label(field.label(), Label.LABEL_MAX_LENGTH);
        var child = child(field);
        return field.hint().isBlank()
                ? Label.of(label, child)
                : Label.of(label, DiscordText.label(field.hint(), Label.DESCRIPTION_MAX_LENGTH), child);
    }

    private static LabelChildComponent child(Field field) {
        return switch (field.widget()) {
            case Widget.Short(int longest) -> text(field, TextInputStyle.SHORT, longest);
            case Widget.Long(int longest) -> text(field, TextInputStyle.PARAGRAPH, longest);
            case Widget.OneOf(List<Choice> choices) -> list(field, choices, 1);
            case Widget.SomeOf(List<Choice> choices) -> list(field, choices, choices.size());
        };
    }

    private static TextInput text(Field field, TextInputStyle style, int longest) {
        var most = Math.clamp(longest, 1, TextInput.MAX_VALUE_LENGTH);
        var input = TextInput.create(field.name(), style)
                .setRequired(field.mandatory())
                .setMaxLength(most);
        var known = DiscordText.cut(field.known(), most);
        return (known.isEmpty() ? input : input.setValue(known)).build();
    }

    private static StringSelectMenu list(Field field, List<Choice> choices, int most) {
        var options = DiscordControls.options(choices);
        var known = Arrays.stream(field.known().split(" "))
                .filter(options::containsKey)
                .limit(most)
                .toList();
        return StringSelectMenu.create(field.name())
                .setRequired(field.mandatory())
                .setRequiredRange(field.mandatory() ? 1 : 0, Math.clamp(most, 1, options.size()))
                .addOptions(options.values())
                .setDefaultValues(known)
                .build();
    }
}
