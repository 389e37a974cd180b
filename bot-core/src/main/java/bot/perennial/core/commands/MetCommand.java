package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.calendar.Direction;
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
import bot.perennial.core.people.How;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Remembers whom a member met: {@code /met @dana at Blue Bottle - moving to fintech}. */
public final class MetCommand implements Command {
    static final List<Choice> WAYS = Arrays.stream(How.values())
            .map(how -> new Choice(how.word(), how.word()))
            .toList();
    static final int MOST_PEOPLE = 25;

    private static final Duration MOMENT = Duration.ofMinutes(2);
    private static final Map<String, How> PLACES_THAT_TELL = Map.of(
            "zoom",
            How.VIDEO,
            "teams",
            How.VIDEO,
            "meet",
            How.VIDEO,
            "call",
            How.CALL,
            "phone",
            How.CALL,
            "the phone",
            How.CALL);
    private static final Option<List<Who>> WHO =
            Option.of("who", "whom you met", new Kind.People()).required();
    private static final Option<String> WHERE =
            Option.words("where", "where you met", Kind.Words.Source.PLACES).after("at");
    private static final Option<List<String>> TAGS = Option.of("tags", "words to find them by", new Kind.Tags());
    private static final Option<String> NOTE =
            Option.words("note", "what you want to remember").after("-");
    private static final Option<LocalDate> WHEN =
            Option.of("when", "when it was, today if you don't say", new Kind.Day(Direction.PAST));
    private static final Option<String> HOW = Option.of("how", "how you were in touch", new Kind.OneOf(WAYS));
    private static final Option<Kind.When> NEXT = Option.of("next", "when to get back to them", new Kind.Due());

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("met", "Remember someone you met", WHO, WHERE, NOTE, WHEN, HOW, NEXT, TAGS)
                .examples(
                        "/met @dana at Blue Bottle - moving to fintech in May, wants visa advice #fintech next:2w",
                        "/met \"Jo at Acme\", Lee Ko at PyCon when:yesterday",
                        "/met mum's accountant Ruth - vouch for: small-company tax");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var today = invocation.today();
        var day = arguments.find(WHEN).orElse(today);
        var who = arguments.get(WHO);
        if (who.size() > MOST_PEOPLE) {
            return new Reply.Refused(
                    Message.of("That's " + who.size() + " people; I can log " + MOST_PEOPLE
                            + " in one go. Nothing stored yet: please send it in two parts."),
                    WHO.name());
        }
        if (Found.oneself(who, invocation.gesture().account())) {
            return new Reply.Refused(Message.of("That's you! Name the person you met: /met @ana at PyCon"));
        }
        if (day.isAfter(today)) {
            return notYet(who, day, arguments.find(NOTE), today);
        }
        var where = arguments.find(WHERE);
        var note = arguments.find(NOTE);
        var found = Found.all(notebook, who);
        if (found.isEmpty()) {
            return new Reply.Refused(Message.of("I don't find them in your notebook any more. Nothing stored."));
        }
        var repeated = repeated(notebook, found.get(), day, note, invocation);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var how = arguments.find(HOW).flatMap(How::of).or(() -> where.flatMap(MetCommand::told));
        var next = arguments
                .find(NEXT)
                .flatMap(when -> when instanceof Kind.When.On(LocalDate on) ? Optional.of(on) : Optional.empty());
        var tags = Stream.concat(
                        arguments.find(TAGS).stream().flatMap(List::stream),
                        note.stream().flatMap(MetCommand::tags))
                .distinct()
                .toList();
        var logged = new ArrayList<Logged>();
        for (var one : found.get()) {
            var person = one.person()
                    .orElseGet(() -> notebook.people().add(one.name(), one.account(), one.unclear(), today));
            var before = person.contact();
            var met = Keep.logged(notebook, tagged(person, tags), day, how, invocation.at(), today);
            notebook.people().save(met);
            var meeting = notebook.meetings().add(met.id(), day, how, where, note, invocation.at());
            var open = one.person().isEmpty() ? List.<Promise>of() : Keep.checkedIn(notebook, met, today);
            var made = next.map(
                    due -> notebook.promises().add(met.id(), due, Promise.Kind.CHECK_IN, Optional.empty(), today));
            logged.add(new Logged(met, meeting, before, one, open, made));
        }
        var message = new MetReply(notebook, logged, today).message();
        return new Reply.Done(Onboarding.offered(notebook, message));
    }

    /** Someone named, and what the log made of them. */
    record Logged(
            Person person,
            bot.perennial.core.people.Meeting meeting,
            bot.perennial.core.people.Contact before,
            Found found,
            List<Promise> open,
            Optional<Promise> next) {}

    private static Reply notYet(List<Who> who, LocalDate day, Optional<String> note, LocalDate today) {
        var line = "/followup who:"
                + String.join(",", who.stream().map(MetCommand::typed).toList()) + " when:" + day;
        var about = note.map(words -> " about:\"" + words + "\"").orElse("");
        var whole = note.filter(words -> words.contains("\"")).isEmpty()
                && line.length() + about.length() <= Control.LONGEST_LINE;
        var yes = line.length() <= Control.LONGEST_LINE
                ? List.<Control>of(new Control.Button("Yes", whole ? line + about : line))
                : List.<Control>of();
        var left = whole || yes.isEmpty() ? "" : " Your note would stay behind: it is too long for a button.";
        return new Reply.Refused(
                Message.EMPTY.entry(
                        Line.of(DayWriter.weekday(day, today) + " hasn't happened yet. Make it a follow-up?" + left),
                        yes),
                WHEN.name());
    }

    private static String typed(Who who) {
        return switch (who) {
            case Who.Mentioned(var account, String name) -> "\"" + name.replace("\"", "") + "\"";
            case Who.Named(String name) -> "\"" + name.replace("\"", "") + "\"";
            case Who.Known known -> known.typed();
        };
    }

    /** The same people and day a moment ago, and nothing new said: most likely sent twice. */
    private static Optional<Reply> repeated(
            Notebook notebook, List<Found> found, LocalDate day, Optional<String> note, Invocation invocation) {
        var moments = found.stream().allMatch(one -> one.person()
                .filter(person -> person.contact().last().equals(Optional.of(day)))
                .flatMap(person -> person.contact().loggedAt())
                .filter(at -> Duration.between(at, invocation.at()).compareTo(MOMENT) < 0)
                .isPresent());
        if (!moments || found.getFirst().person().isEmpty()) {
            return Optional.empty();
        }
        var latest = notebook.meetings().with(found.getFirst().person().get().id(), 1);
        if (latest.isEmpty()
                || (note.isPresent() && !note.equals(latest.getFirst().note()))) {
            return Optional.empty();
        }
        var again = "/again " + Long.toString(latest.getFirst().log(), Character.MAX_RADIX);
        return Optional.of(new Reply.Refused(Message.of(
                Line.of("Already logged a moment ago."), new Control.Button("It was a second meeting", again))));
    }

    private static Optional<How> told(String where) {
        return Optional.ofNullable(PLACES_THAT_TELL.get(where.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> tags(String note) {
        return Arrays.stream(note.split("\\s+"))
                .filter(word ->
                        word.length() > 1 && word.startsWith("#") && Character.isLetterOrDigit(word.codePointAt(1)))
                .map(word -> word.substring(1).replaceAll("[\\p{Punct}&&[^-_]]+$", ""));
    }

    private static Person tagged(Person person, List<String> tags) {
        var all = Stream.concat(person.profile().tags().stream(), tags.stream())
                .distinct()
                .toList();
        return tags.isEmpty() ? person : person.with(person.profile().tags(all));
    }
}
