package bot.perennial.app.console;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the questions of a form one after another. */
final class ConsoleForm {
    private final Screen screen;

    /** What came of it. */
    sealed interface Filled {
        /** Answered to the end. */
        record Complete(Map<String, String> answers) implements Filled {}

        /** Left for a command. */
        record Left(String command) implements Filled {}

        /** Left because a question needs an answer and got none, or the input ended. */
        record Dropped() implements Filled {}
    }

    ConsoleForm(Screen screen) {
        this.screen = screen;
    }

    Filled fill(Form form) {
        screen.show(ConsoleMarkup.clean(form.title()) + " — an empty line skips a question, a command leaves.");
        var answers = new LinkedHashMap<String, String>();
        for (var field : form.fields()) {
            var line = answer(field);
            if (line.isEmpty()) {
                return new Filled.Dropped();
            }
            if (line.get().startsWith("/")) {
                return new Filled.Left(line.get());
            }
            if (!line.get().isEmpty()) {
                answers.put(field.name(), line.get());
            }
        }
        return new Filled.Complete(answers);
    }

    /** What was answered, as the core reads it; empty when a mandatory one was left out twice, or the input ended. */
    private Optional<String> answer(Field field) {
        for (var attempt = 0; attempt < 2; attempt++) {
            screen.show(question(field));
            var line = screen.read("  ").map(String::strip);
            if (line.isEmpty()) {
                return line;
            }
            var answer = line.get().isEmpty() ? field.known() : meant(field, line.get());
            if (!answer.isEmpty() || !field.mandatory()) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private static String question(Field field) {
        var choices = choices(field);
        var listed = new ArrayList<String>();
        for (var at = 0; at < choices.size(); at++) {
            listed.add("[" + (at + 1) + " " + choices.get(at).label() + "]");
        }
        return ConsoleMarkup.clean(Stream.of(
                        field.label() + (field.mandatory() ? " (needed)" : "") + "?",
                        String.join(" ", listed),
                        field.hint().isEmpty() ? "" : "(" + field.hint() + ")",
                        field.known().isEmpty() ? "" : "now: " + shown(field))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    private static String shown(Field field) {
        var known = List.of(field.known().split(" ", -1));
        return choices(field).isEmpty()
                ? field.known()
                : choices(field).stream()
                        .filter(choice -> known.contains(choice.value()))
                        .map(Choice::label)
                        .collect(Collectors.joining(", "));
    }

    /** Numbers and labels become the values they stand for; anything else is passed on as typed. */
    private static String meant(Field field, String line) {
        return switch (field.widget()) {
            case Field.Widget.Short widget -> line;
            case Field.Widget.Long widget -> line;
            case Field.Widget.OneOf(List<Choice> choices) -> value(choices, line);
            case Field.Widget.SomeOf(List<Choice> choices) ->
                line.startsWith("/")
                        ? line
                        : Stream.of(line.split("[,\\s]+"))
                                .map(word -> value(choices, word))
                                .collect(Collectors.joining(" "));
        };
    }

    private static String value(List<Choice> choices, String word) {
        for (var at = 0; at < choices.size(); at++) {
            var choice = choices.get(at);
            if (word.equals(Integer.toString(at + 1))
                    || word.equalsIgnoreCase(choice.label())
                    || word.equals(choice.value())) {
                return choice.value();
            }
        }
        return word;
    }

    private static List<Choice> choices(Field field) {
        return switch (field.widget()) {
            case Field.Widget.Short widget -> List.of();
            case Field.Widget.Long widget -> List.of();
            case Field.Widget.OneOf(List<Choice> choices) -> choices;
            case Field.Widget.SomeOf(List<Choice> choices) -> choices;
        };
    }
}
