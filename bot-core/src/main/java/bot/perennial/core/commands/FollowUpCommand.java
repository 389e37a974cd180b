package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Promises to get back to someone, once or at a rhythm: {@code /followup dana fri - send the visa article}. */
public final class FollowUpCommand implements Command {
    static final List<Choice> KINDS = Arrays.stream(Promise.Kind.values())
            .map(kind -> new Choice(kind.word(), kind.word()))
            .toList();
    private static final int LONGEST_DATE = 5;
    private static final List<Choice> RHYTHMS = List.of(
            new Choice("2w", "2 weeks"),
            new Choice("month", "month"),
            new Choice("6w", "6 weeks"),
            new Choice("quarter", "quarter"),
            new Choice("6m", "6 months"),
            new Choice("year", "year"),
            new Choice("stop", "stop"));
    private static final Option<List<Who>> WHO = Option.of("who", "whom to get back to", new Kind.People());
    static final Option<Kind.When> WHEN = Option.of(
                    "when", "when: 2w, fri, 15 aug; or done, later 1w, stop", new Kind.Due())
            .atTheEnd();
    private static final Option<Kind.Pace> EVERY = Option.of(
                    "every", "how often: 2w, 6 weeks, quarter, year, stop", new Kind.Every())
            .after("every");
    private static final Option<String> ABOUT =
            Option.words("about", "what it is about").after("-");
    private static final Option<String> KIND = Option.of("kind", "what sort of promise", new Kind.OneOf(KINDS));

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "followup",
                        "Promise to get back to someone, or see what is coming",
                        WHO,
                        WHEN,
                        ABOUT,
                        EVERY,
                        KIND)
                .examples(
                        "/followup dana fri - send the visa article kind:share",
                        "/followup @lee every 6 weeks",
                        "/followup ruth 31 jan - ask about year-end",
                        "/followup dana later 1w");
    }

    /** The rhythms to choose from where typing one is not needed. */
    public static List<Choice> rhythms() {
        return RHYTHMS;
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var who = arguments.find(WHO);
        if (who.isEmpty()) {
            return arguments.empty()
                    ? new Reply.Done(new Coming(notebook, invocation.today()).message())
                    : new Reply.Refused(
                            Message.of(Line.of("I need to know who: ").code(spec().usage())));
        }
        var when = arguments.find(WHEN);
        var pace = arguments.find(EVERY);
        if (when.isEmpty() && pace.isEmpty()) {
            var unread = unread(invocation, notebook, who.get());
            if (unread.isPresent()) {
                return unread.get();
            }
        }
        if (who.get().size() > MetCommand.MOST_PEOPLE) {
            return new Reply.Refused(Message.of("That's " + who.get().size() + " people; I can plan for "
                    + MetCommand.MOST_PEOPLE + " in one go. Nothing stored yet: please send it in two parts."));
        }
        if (Found.oneself(who.get(), invocation.gesture().account())) {
            return new Reply.Refused(
                    Message.of("That's you! Name the person you want to get back to: /followup @ana 2w"));
        }
        var found = Found.all(notebook, who.get());
        if (found.isEmpty()) {
            return new Reply.Refused(Message.of("I don't find them in your notebook any more. Nothing stored."));
        }
        var changing = new FollowUp(
                notebook, invocation, arguments.find(KIND).map(word -> kind(Optional.of(word))), arguments.find(ABOUT));
        if (pace.isPresent()) {
            return changing.every(found.get(), pace.get());
        }
        return changing.when(found.get(), when);
    }

    private static Promise.Kind kind(Optional<String> word) {
        return Arrays.stream(Promise.Kind.values())
                .filter(kind -> kind.word().equals(word.orElse("check-in")))
                .findFirst()
                .orElse(Promise.Kind.CHECK_IN);
    }

    /** “dana soonish”: someone known, and words after the name that are no date. */
    private static Optional<Reply> unread(Invocation invocation, Notebook notebook, List<Who> who) {
        if (who.size() != 1 || !(who.getFirst() instanceof Who.Named(String text)) || !text.contains(" ")) {
            return Optional.empty();
        }
        if (!notebook.people().named(who.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        var end = text.length();
        for (var words = 1; words <= LONGEST_DATE; words++) { // each is a look into the notebook
            end = text.lastIndexOf(' ', end - 1);
            if (end <= 0) {
                break;
            }
            var fits = notebook.people().named(new Who.Named(text.substring(0, end)));
            if (!fits.isEmpty()) {
                return Optional.of(unread(invocation, text, end, fits.getFirst()));
            }
        }
        return Optional.empty();
    }

    private static Reply unread(Invocation invocation, String text, int end, Person person) {
        var arguments = invocation.arguments();
        var rest = arguments.find(KIND).map(kind -> " kind:" + kind).orElse("")
                + arguments.find(ABOUT).map(about -> " - " + about).orElse("");
        var line = "/followup " + person.typed() + " ";
        var again = Stream.of(
                        new Again("1 week", line + "1w" + rest),
                        new Again("1 month", line + "1m" + rest),
                        new Again("Someone new", "/followup \"" + text + "\" 2w" + rest))
                .filter(choice -> choice.line().length() <= Control.LONGEST_LINE && !text.contains("\""))
                .<Control>map(choice -> new Control.Button(choice.label(), choice.line()))
                .collect(Collectors.toCollection(ArrayList::new));
        var form = "/form followup " + person.typed() + rest;
        again.add(
                Math.min(2, again.size()),
                new Control.Button(
                        "Pick a date",
                        form.length() <= Control.LONGEST_LINE ? form : "/pick " + Phrases.id(person.id())));
        var said =
                Line.of("I couldn't read ").quote(text.substring(end + 1)).plain(" as a date. Nothing scheduled yet.");
        return new Reply.Refused(Message.EMPTY.entry(
                again.size() > 1 ? said : said.plain(" You wrote:\n").code(invocation.typed()), again));
    }

    private record Again(String label, String line) {}
}
