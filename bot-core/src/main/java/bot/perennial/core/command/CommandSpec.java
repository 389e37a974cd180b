package bot.perennial.core.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command's name and what it can be told: enough to register, read, document and test it.
 *
 * @param name the verb or noun, such as {@code people}
 * @param word what follows the name, such as {@code find}; empty for a command without words of that kind
 * @param summary one sentence, at most 100 characters, the least a platform allows
 * @param examples whole lines as people type them; help prints them and a test runs them
 * @param options in the order in which they are typed; the mandatory ones first
 * @param role when it is meant if its word is not typed
 */
public record CommandSpec(
        String name, String word, String summary, List<String> examples, List<Option<?>> options, Role role) {
    /** How a command with a word is reached without it. */
    public enum Role {
        /** Only by its word, or by its name when it has none. */
        NAMED,
        /** By the bare name with nothing after it. */
        BARE,
        /** By the name with anything after it that is no other word. */
        OTHERWISE,
        /** By buttons, or typed; no platform registers it and help does not list it. */
        BUTTON
    }

    public CommandSpec {
        examples = List.copyOf(examples);
        options = List.copyOf(options);
    }

    public static CommandSpec of(String name, String summary, Option<?>... options) {
        return new CommandSpec(name, "", summary, List.of(), List.of(options), Role.NAMED);
    }

    /** A command that only buttons type. */
    public static CommandSpec button(String name, Option<?>... options) {
        return new CommandSpec(name, "", "", List.of(), List.of(options), Role.BUTTON);
    }

    public CommandSpec word(String newWord) {
        return new CommandSpec(name, newWord, summary, examples, options, role);
    }

    public CommandSpec examples(String... lines) {
        return new CommandSpec(name, word, summary, List.of(lines), options, role);
    }

    public CommandSpec role(Role newRole) {
        return new CommandSpec(name, word, summary, examples, options, newRole);
    }

    /** The name, and the word if there is one: {@code people find}. */
    public String path() {
        return word.isEmpty() ? name : name + " " + word;
    }

    /** Whether platforms show it to people. */
    public boolean visible() {
        return role != Role.BUTTON;
    }

    public Optional<Option<?>> option(String optionName) {
        return options.stream()
                .filter(option -> option.name().equals(optionName))
                .findFirst();
    }

    /** The usage line, such as {@code /met <who> [at <where>] [- <note>]}. */
    public String usage() {
        var shown = role == Role.OTHERWISE || role == Role.BARE ? name : path();
        return options.stream()
                .map(option -> option.usage(option.equals(options.getFirst())))
                .collect(Collectors.joining(" ", "/" + shown + (options.isEmpty() ? "" : " "), ""));
    }
}
