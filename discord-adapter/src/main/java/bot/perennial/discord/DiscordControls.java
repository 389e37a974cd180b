package bot.perennial.discord;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * What can be pressed, as Discord's rows: up to five buttons in one, and a row for each list. The menus of one entry
 * become one list, because a message has room for few rows.
 *
 * @param key the letter's, empty for none
 * @param taken the custom ids already used in the message
 */
record DiscordControls(String workspace, String key, Set<String> taken) {
    private static final int MOST_IN_A_ROW = 5;
    private static final int MOST_CHOICES = 25;
    private static final int LONGEST_LABEL = 80;

    List<ActionRow> rows(List<Control> controls) {
        var buttons = new ArrayList<Button>();
        var menus = new ArrayList<Control.Menu>();
        var picks = new ArrayList<ActionRow>();
        for (var control : controls) {
            switch (control) {
                case Control.Button(String label, String line) -> {
                    var id = id(line).among(taken);
                    if (id.fits()) {
                        buttons.add(Button.of(
                                ButtonStyle.SECONDARY, id.written(), DiscordText.label(label, LONGEST_LABEL)));
                    }
                }
                case Control.Menu menu -> menus.add(menu);
                case Control.Picks(String label, String line, List<Choice> choices, int most) ->
                    list(label, id(line), options(choices), most, picks);
            }
        }
        var rows = new ArrayList<ActionRow>();
        for (var from = 0; from < buttons.size(); from += MOST_IN_A_ROW) {
            rows.add(ActionRow.of(buttons.subList(from, Math.min(buttons.size(), from + MOST_IN_A_ROW))));
        }
        menus(menus, rows);
        rows.addAll(picks);
        return rows;
    }

    private void menus(List<Control.Menu> menus, List<ActionRow> rows) {
        var choices = menus.stream().mapToInt(menu -> menu.choices().size()).sum();
        if (menus.size() > 1 && choices <= MOST_CHOICES) {
            var label = menus.stream().map(Control.Menu::label).collect(Collectors.joining(" "));
            var all = menus.stream().flatMap(menu -> menu.choices().stream()).toList();
            menus(List.of(new Control.Menu(label, all)), rows);
            return;
        }
        for (var menu : menus) {
            var options = menu.choices().stream()
                    .map(button -> new Choice(button.line(), button.label()))
                    .toList();
            list(menu.label(), id(""), options(options), 1, rows);
        }
    }

    private void list(
            String label, CustomId wanted, Map<String, SelectOption> options, int most, List<ActionRow> rows) {
        var id = wanted.among(taken);
        if (options.isEmpty() || !id.fits()) {
            return;
        }
        rows.add(ActionRow.of(StringSelectMenu.create(id.written())
                .setPlaceholder(DiscordText.label(label, LONGEST_LABEL))
                .setRequiredRange(1, Math.clamp(most, 1, options.size()))
                .addOptions(options.values())
                .build()));
    }

    private CustomId id(String line) {
        return new CustomId(workspace, 0, line).keyed(key);
    }

    static Map<String, SelectOption> options(List<Choice> choices) {
        var options = new LinkedHashMap<String, SelectOption>();
        for (var choice : choices) {
            if (options.size() < MOST_CHOICES && choice.value().length() <= CustomId.LONGEST) {
                options.putIfAbsent(
                        choice.value(),
                        SelectOption.of(DiscordText.label(choice.label(), LONGEST_LABEL), choice.value()));
            }
        }
        return options;
    }
}
