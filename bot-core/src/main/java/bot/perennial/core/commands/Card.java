package bot.perennial.core.commands;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything noted about one person, on one page. */
final class Card {
    private static final int READ = 50;
    private static final int LAST = 3;
    private static final int PROMISES = 5;

    private final Notebook notebook;
    private final Person person;
    private final LocalDate today;
    private final List<Meeting> meetings;

    Card(Notebook notebook, Person person, LocalDate today) {
        this.notebook = notebook;
        this.person = person;
        this.today = today;
        this.meetings = notebook.meetings().with(person.id(), READ);
    }

    /** A menu that opens the cards of some people. */
    static Control.Menu menu(List<Person> people) {
        return new Control.Menu(
                "Open a card",
                people.stream()
                        .map(person ->
                                new Control.Button(Phrases.label(person.name()), "/people card " + person.typed()))
                        .toList());
    }

    Message message() {
        var who = person.typed();
        var card = Message.of(
                lines(),
                new Control.Button("Log", "/log " + who),
                new Control.Button("Follow up", "/pick " + Phrases.id(person.id())),
                new Control.Button("Change rhythm", "/rhythm " + who),
                new Control.Button("Edit", "/people edit " + who));
        return person.unsorted() ? card.and(unsorted()) : card;
    }

    private Line lines() {
        var all = new ArrayList<Line>();
        all.add(head());
        all.add(facts());
        all.add(last());
        all.add(helped());
        all.add(promised());
        return all.stream().filter(line -> !line.empty()).reduce(Line.EMPTY, (sum, line) -> joined(sum, "\n", line));
    }

    /** {@code Dana Ortiz · fintech · via Lee Ko · every 8 weeks, next 19 Aug}. */
    private Line head() {
        var profile = person.profile();
        var line = Line.EMPTY.strong(person.name());
        if (!profile.tags().isEmpty()) {
            line = line.plain(" · " + String.join(", ", profile.tags()));
        }
        line = line.plain(profile.via()
                .flatMap(notebook.people()::find)
                .map(via -> " · via " + via.name())
                .orElse(""));
        var keeping = person.keeping();
        var rhythm = keeping.rhythm().map(each -> " · " + each.words()).orElse("");
        line = line.plain(keeping.resting() ? rhythm + ", resting" : rhythm);
        var promises = notebook.promises().openWith(person.id());
        var next = Keep.next(notebook, person);
        if (next.isEmpty()) {
            return rhythm.isEmpty() ? line.plain(" · just remembered") : line;
        }
        var yours = !promises.isEmpty() && promises.getFirst().due().equals(next.get());
        return line.plain(rhythm.isEmpty() ? " · next " : ", next ")
                .strong(DayWriter.weekday(next.get(), today))
                .plain(yours ? " (your date)" : "");
    }

    private Line facts() {
        var profile = person.profile();
        var line = Line.EMPTY;
        if (!profile.upTo().isEmpty()) {
            var noted = profile.upToOn()
                    .map(day -> " (noted " + DayWriter.prose(day, today) + ")")
                    .orElse("");
            line = joined(line, " · ", Line.EMPTY.soft("Up to: ").plain(profile.upTo() + noted));
        } else {
            var latest = meetings.stream()
                    .filter(meeting -> meeting.note().isPresent())
                    .findFirst();
            if (latest.isPresent()) {
                line = Line.EMPTY
                        .soft("Noted: ")
                        .quote(latest.get().note().orElseThrow())
                        .plain(" (" + DayWriter.prose(latest.get().on(), today) + ")");
            }
        }
        line = profile.needs().isEmpty()
                ? line
                : joined(line, " · ", Line.EMPTY.soft("Needs: ").plain(profile.needs()));
        return profile.offers().isEmpty()
                ? line
                : joined(line, " · ", Line.EMPTY.soft("Offers: ").plain(profile.offers()));
    }

    private Line last() {
        if (meetings.isEmpty()) {
            return Line.EMPTY.soft("Last: ").plain("nothing logged; added " + DayWriter.prose(person.addedOn(), today));
        }
        var last = meetings.stream().limit(LAST).map(this::contact).collect(Collectors.joining(" · "));
        var earlier = person.contact().times() - Math.min(LAST, meetings.size());
        return Line.EMPTY.soft("Last: ").plain(last + (earlier > 0 ? " · and " + earlier + " before" : ""));
    }

    /** {@code Blue Bottle (today)}, {@code call 12 March}. */
    private String contact(Meeting meeting) {
        var day = meeting.on().equals(today) ? "(today)" : DayWriter.prose(meeting.on(), today);
        return meeting.where().or(() -> meeting.how().map(How::said)).orElse("in touch") + " " + day;
    }

    private Line helped() {
        var gave = given(Meeting::helpedThem);
        var got = given(Meeting::theyHelped);
        var line = gave.isEmpty() ? Line.EMPTY : Line.EMPTY.soft("You gave: ").plain(gave);
        return got.isEmpty()
                ? line
                : joined(line, " · ", Line.EMPTY.soft("They gave: ").plain(got));
    }

    private String given(Predicate<Meeting> helped) {
        return meetings.stream()
                .filter(helped)
                .limit(LAST)
                .map(meeting -> meeting.note().map(note -> "“" + note + "”").orElse("help") + " "
                        + DayWriter.prose(meeting.on(), today))
                .collect(Collectors.joining(", "));
    }

    private Line promised() {
        var open = notebook.promises().openWith(person.id()).stream()
                .limit(PROMISES)
                .map(promise -> promise.about().orElse(promise.kind().action()) + ", "
                        + DayWriter.weekday(promise.due(), today))
                .collect(Collectors.joining(" · "));
        return open.isEmpty() ? Line.EMPTY : Line.EMPTY.soft("You promised: ").plain(open);
    }

    /** The question that was left open when this was logged. */
    private Message unsorted() {
        var fits = notebook.people().named(new Who.Named(person.name()));
        return Which.saved(new Found(person.name(), person.account(), Optional.empty(), fits), person);
    }

    private static Line joined(Line line, String between, Line more) {
        return line.empty() ? more : line.plain(between).and(more);
    }
}
