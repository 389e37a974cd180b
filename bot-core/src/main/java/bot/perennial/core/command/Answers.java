package bot.perennial.core.command;

import bot.perennial.core.calendar.Direction;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bot says when a command could not be carried out; each answer says what would have worked. */
final class Answers {
    /** What the button under an unclear answer types: the first answer is given again, or the news that there is none. */
    static final String CHECK = "check";

    /** What a button types that opens a command's form with what was said already. */
    static final String FORM = "form";

    private static final int LONGEST_BUTTON = 40;
    private static final int FIELDS = 5;
    private static final int PIECE = 1_000;
    private static final int LONGEST_TITLE = 24;

    private Answers() {}

    static Reply unknown(String what, List<CommandSpec> specs) {
        var names = specs.stream()
                .map(CommandSpec::name)
                .distinct()
                .map(name -> "/" + name)
                .collect(Collectors.joining(" "));
        return new Reply.Refused(Message.of(Line.of("I don't know ")
                .code("/" + cut(what.strip()))
                .plain(". I know ")
                .code(names)
                .plain("; add ")
                .code("help")
                .plain(" to one of them for examples.")));
    }

    /** Something needed was not said. */
    static Reply missing(Option<?> option, CommandSpec spec) {
        return new Reply.Refused(
                Message.of(Line.of("I need to know " + option.name() + ": ").code(spec.usage())), option.name());
    }

    /** Something could not be read; buttons say the same again with what could, or else it is given back. */
    static Reply unread(Written written, Option<?> option, String why, List<Choice> instead, String typed) {
        var asked = why.endsWith("?");
        var buttons = Stream.concat(
                        instead.stream()
                                .flatMap(choice -> button(
                                        cut(choice.label()),
                                        written.with(option, choice.value()).line())),
                        asked ? Stream.<Control>of() : picking(written, option))
                .toList();
        var said = why + (asked || why.endsWith(".") ? "" : ".");
        var message = Message.EMPTY.entry(hinted(said + hint(option, asked || !buttons.isEmpty())), buttons);
        return new Reply.Refused(buttons.isEmpty() ? givenBack(message, typed) : message, option.name());
    }

    private static Stream<Control> button(String label, Optional<String> line) {
        return line
                .filter(fitting -> fitting.length() <= Control.LONGEST_LINE)
                .map(fitting -> new Control.Button(label, fitting))
                .<Control>map(button -> button)
                .stream();
    }

    /** A date may also be picked in the command's form, where the rest stands already. */
    private static Stream<Control> picking(Written written, Option<?> option) {
        var dated = option.kind() instanceof Kind.Due || option.kind() instanceof Kind.Day;
        return dated && written.spec().visible()
                ? button(
                        "Pick a date", written.without(option).line().map(line -> "/" + FORM + " " + line.substring(1)))
                : Stream.of();
    }

    private static String hint(Option<?> option, boolean offered) {
        return switch (option.kind()) {
            case Kind.Day(Direction direction) ->
                " Nothing stored yet."
                        + switch (direction) {
                            case PAST -> offered ? "" : " Try `yesterday`, `mon`, `3d ago` or `2026-07-12`.";
                            case FUTURE -> " Try `tomorrow`, `2w`, `fri` or `15 aug`.";
                        };
            case Kind.Due due ->
                " Nothing scheduled yet." + (offered ? "" : " Try `2w`, `fri`, `15 aug` or `2026-08-15`.");
            case Kind.Every every -> " Nothing stored yet. Try `2w`, `month`, `6 months` or `stop`.";
            case Kind.OneOf oneOf -> " Nothing stored yet.";
            case Kind.Words words -> " Nothing stored yet.";
            case Kind.People people -> " Nothing stored yet.";
            case Kind.Someone someone -> " Nothing stored yet.";
            case Kind.Tags tags -> " Nothing stored yet.";
            case Kind.Id id -> " Nothing stored yet.";
        };
    }

    /** More was written than is kept; all of it is given back, in pieces that any platform shows. */
    static Reply tooLong(CommandSpec spec, Option<?> option, int length, int most, String text) {
        var named = option.kind() instanceof Kind.People || option.kind() instanceof Kind.Someone;
        var noted = spec.options().stream().anyMatch(each -> each.leads().contains("-"));
        var said = "The " + (named ? "name" : option.name()) + " has " + length + " characters, and I keep up to "
                + most + ". Nothing stored yet: please shorten it"
                + (named && noted ? "; a note goes after ` - `." : ".");
        return new Reply.Refused(givenBack(Message.EMPTY.entry(hinted(said)), text), option.name());
    }

    /** What was typed, in pieces that any platform shows; of what was pressed nothing needs to be given back. */
    private static Message givenBack(Message message, String typed) {
        if (typed.isBlank()) {
            return message;
        }
        var given = message.entry(Line.of("You wrote:"));
        for (var start = 0; start < typed.length(); ) {
            var points = Math.min(PIECE, typed.codePointCount(start, typed.length()));
            var end = typed.offsetByCodePoints(start, points);
            given = given.entry(Line.EMPTY.code(typed.substring(start, end)));
            start = end;
        }
        return given;
    }

    static Reply notSaved(String typed) {
        return new Reply.Refused(givenBack(
                Message.of("Not saved: I can't reach my memory just now. Please send it again in a minute."), typed));
    }

    static Reply perhapsSaved(Gesture gesture, String typed) {
        var line = "/" + CHECK + " " + gesture.id();
        var check = line.length() <= Control.LONGEST_LINE
                ? List.<Control>of(new Control.Button("Check", line))
                : List.<Control>of();
        return new Reply.Refused(
                givenBack(Message.EMPTY.entry(Line.of("I can't tell yet whether that was saved."), check), typed));
    }

    static Reply tooFast(String typed) {
        return new Reply.Refused(givenBack(
                Message.of("That was a lot in a short time. Nothing stored yet: please send it again in a minute."),
                typed));
    }

    static Reply tooBusy(String typed) {
        return new Reply.Refused(givenBack(
                Message.of("Very much is going on in your community just now. Nothing stored yet:"
                        + " please send it again in a minute."),
                typed));
    }

    static Reply broken(String reference) {
        return new Reply.Refused(Message.of(
                "Something broke on our side (ref " + reference + "). Nothing was saved. Please try again."));
    }

    /** The form of a command, with what is known filled in. */
    static Reply form(CommandSpec spec, Written written) {
        var title = "/" + spec.path();
        var fields = spec.options().stream()
                .flatMap(option ->
                        field(
                                option,
                                Optional.ofNullable(written.values().get(option))
                                        .map(Written.Raw::text))
                                .stream())
                .limit(FIELDS)
                .toList();
        return new Reply.Ask(new Form(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title, title, "Save", fields));
    }

    private static Optional<Field> field(Option<?> option, Optional<String> known) {
        var label = option.help();
        var field =
                switch (option.kind()) {
                    case Kind.Words words ->
                        option.leads().contains("-")
                                ? Field.prose(option.name(), label, known.orElse(""))
                                : Field.words(option.name(), label, known.orElse(""));
                    case Kind.People people ->
                        Field.words(option.name(), label, known.orElse("")).hint("Names, separated by commas");
                    case Kind.Someone someone -> Field.words(option.name(), label, known.orElse(""));
                    case Kind.Day day ->
                        Field.words(option.name(), label, known.orElse(""))
                                .hint("today, yesterday, mon, 3d ago, 12 jul");
                    case Kind.Due due ->
                        Field.words(option.name(), label, known.orElse("")).hint("2w, fri, in 3 months, 15 aug");
                    case Kind.Every every ->
                        Field.words(option.name(), label, known.orElse("")).hint("2w, month, quarter, 6 months");
                    case Kind.OneOf oneOf -> null;
                    case Kind.Tags tags -> null;
                    case Kind.Id id -> null;
                };
        return Optional.ofNullable(field).map(shown -> option.mandatory() ? shown.required() : shown);
    }

    /** Words between back quotes are shown as something to type. */
    private static Line hinted(String text) {
        var line = Line.EMPTY;
        var parts = text.split("`", -1);
        for (var i = 0; i < parts.length; i++) {
            line = i % 2 == 0 ? line.plain(parts[i]) : line.code(parts[i]);
        }
        return line;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_BUTTON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_BUTTON - 1)) + "…";
    }
}
