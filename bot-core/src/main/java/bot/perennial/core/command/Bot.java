package bot.perennial.core.command;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Reply;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The bot, as its adapters see it: every gesture is a command. */
public final class Bot {
    private final Desk desk;
    private final Completion completion;
    private final List<Command> commands;

    public Bot(List<Command> commands, Store store, InstantSource time) {
        this.commands = commands.stream().<Command>map(Specified::of).toList();
        this.desk = new Desk(store, time);
        this.completion = new Completion(store, time);
    }

    /** What platforms register and help lists. */
    public List<CommandSpec> specs() {
        return commands.stream().map(Command::spec).filter(CommandSpec::visible).toList();
    }

    /** Answers a command typed as text, without its slash and name. */
    public Reply typed(Gesture gesture, String name, List<Token> text) {
        var typed = "/" + name + " " + Script.of(text, Set.of()).source().strip();
        return read(gesture, name, text, typed.strip());
    }

    private Reply read(Gesture gesture, String name, List<Token> text, String typed) {
        var named = commands.stream()
                .filter(command -> command.spec().name().equals(name))
                .toList();
        if (named.isEmpty()) {
            return Answers.unknown(name, specs());
        }
        var rest = Script.of(text, Set.of()).source();
        for (var command : named) {
            var word = command.spec().word();
            if (!word.isEmpty() && begins(rest.strip(), word)) {
                return desk.answer(gesture, command, TypedText.read(command.spec(), without(word, text)), typed);
            }
        }
        var role = rest.isBlank() ? CommandSpec.Role.BARE : CommandSpec.Role.OTHERWISE;
        return named.stream()
                .filter(command ->
                        command.spec().word().isEmpty() || command.spec().role() == role)
                .findFirst()
                .map(command -> desk.answer(gesture, command, TypedText.read(command.spec(), text), typed))
                .orElseGet(() -> Answers.unknown(name + " " + rest, specs()));
    }

    /** Answers a command whose options the platform has told apart. */
    public Reply filled(Gesture gesture, String path, Map<String, List<Token>> values) {
        return commands.stream()
                .filter(command -> command.spec().path().equals(path))
                .findFirst()
                .map(command -> answer(gesture, command, TypedText.filled(command.spec(), values)))
                .orElseGet(() -> Answers.unknown(path, specs()));
    }

    /** Answers a pressed button or a menu's choice: pressing it is typing its line. */
    public Reply pressed(Gesture gesture, String line) {
        var words = line.strip().split("\\s+", 2);
        var name = words[0].startsWith("/") ? words[0].substring(1) : words[0];
        var text = words.length < 2 ? "" : words[1];
        return switch (name) {
            case Answers.CHECK -> desk.check(gesture, text);
            case Answers.FORM -> line("/" + text, (command, written) -> Answers.form(command.spec(), written));
            default -> read(gesture, name, List.of(new Token.Text(text)), "");
        };
    }

    /** Answers a form: its line, and what was answered, by the names of its fields. */
    public Reply sent(Gesture gesture, String line, Map<String, String> answers) {
        return line(
                line,
                (command, written) ->
                        answer(gesture, command, written.and(TypedText.filled(command.spec(), tokens(answers)))));
    }

    /** Finds the command of a line that a control carries, and what it says. */
    private Reply line(String line, BiFunction<Command, Written, Reply> use) {
        var words = line.strip().split("\\s+", 3);
        var name = words[0].startsWith("/") ? words[0].substring(1) : words[0];
        for (var command : commands) {
            var spec = command.spec();
            var worded = !spec.word().isEmpty();
            if (spec.name().equals(name) && (!worded || (words.length > 1 && words[1].equals(spec.word())))) {
                var text = line.strip().substring(words[0].length()).strip();
                var rest = worded ? text.substring(spec.word().length()) : text;
                return use.apply(command, TypedText.read(spec, List.of(new Token.Text(rest))));
            }
        }
        return Answers.unknown(line, specs());
    }

    /**
     * In which communities whoever makes a gesture keeps a notebook, for a gesture that itself tells none; empty while
     * the memory can't be reached.
     */
    public Optional<List<String>> communities(Gesture gesture) {
        return desk.communities(gesture.account());
    }

    /** Says that a command whose options the platform has told apart could not be saved, and gives it back. */
    public Reply unsaved(String path, Map<String, List<Token>> values) {
        return specs().stream()
                .filter(spec -> spec.path().equals(path))
                .findFirst()
                .map(spec -> Answers.notSaved(TypedText.filled(spec, values).shown()))
                .orElseGet(() -> Answers.unknown(path, specs()));
    }

    /** What a member may mean while typing an option; at most 25, each at most 100 characters. */
    public List<Choice> complete(Gesture gesture, String path, String option, String typed) {
        return specs().stream()
                .filter(spec -> spec.path().equals(path))
                .flatMap(spec -> spec.option(option).stream())
                .findFirst()
                .map(found -> completion.of(gesture, found.kind(), typed))
                .orElseGet(List::of);
    }

    private Reply answer(Gesture gesture, Command command, Written written) {
        return desk.answer(gesture, command, written, written.shown());
    }

    private static Map<String, List<Token>> tokens(Map<String, String> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        answer -> List.<Token>of(new Token.Text(answer.getValue())),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private static boolean begins(String text, String word) {
        return text.length() >= word.length()
                && text.substring(0, word.length()).equalsIgnoreCase(word)
                && (text.length() == word.length() || Character.isWhitespace(text.charAt(word.length())));
    }

    private static List<Token> without(String word, List<Token> text) {
        var rest = new ArrayList<>(text);
        if (rest.getFirst() instanceof Token.Text(String first)) {
            rest.set(0, new Token.Text(first.stripLeading().substring(word.length())));
        }
        return rest;
    }

    /** A command whose spec is made once, since every gesture is compared with all of them. */
    private record Specified(CommandSpec spec, Command command) implements Command {
        static Specified of(Command command) {
            return new Specified(command.spec(), command);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            return command.run(invocation, notebook);
        }
    }
}
