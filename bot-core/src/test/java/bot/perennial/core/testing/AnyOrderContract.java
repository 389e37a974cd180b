package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Store;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R4: deliveries of commands that do not depend on each other, in any order and however often, have one outcome. */
public abstract class AnyOrderContract {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final int MOST_TIMES = 3;
    private static final List<Typed> COMMANDS = List.of(
            new Typed("sam", "/met Ana at PyCon - likes jazz"),
            new Typed("sam", "/met Ben, Cleo - small-company tax #tax"),
            new Typed("sam", "/met Dev when:yesterday how:call next:2026-03-20"),
            new Typed("sam", "/followup Eve 2026-04-01 - the visa article kind:share"),
            new Typed("sam", "/followup Finn 2026-03-11"),
            new Typed("sam", "/nudge settings cap:2 hour:7:45"),
            new Typed("sam", "/people edit Zoe city:Lisbon"),
            new Typed("sam", "/met - nobody is named"),
            new Typed("kim", "/met Ana - somebody else's Ana"),
            new Typed("kim", "/followup Ben 2026-03-12 - his talk"),
            new Typed("kim", "/nudge settings on:on"));

    private final Random random = new Random(SEED);

    /** A command that somebody typed once. */
    private record Typed(String user, String line) {}

    protected abstract Store store();

    /** How many orders are tried. */
    protected int orders() {
        return 60;
    }

    @Test
    void hasOneOutcome() {
        System.out.println("perennial.seed=" + SEED);
        var expected = outcome("in order", COMMANDS);
        assertThat(expected).hasSize(2).allSatisfy(notes -> assertThat(notes).hasSizeGreaterThan(3));
        for (var order = 0; order < orders(); order++) {
            var deliveries = new ArrayList<Typed>();
            for (var command : COMMANDS) {
                deliveries.addAll(Collections.nCopies(1 + random.nextInt(MOST_TIMES), command));
            }
            Collections.shuffle(deliveries, random);
            assertThat(outcome("order " + order, deliveries))
                    .as(deliveries.toString())
                    .isEqualTo(expected);
        }
    }

    /** Delivers in a community of its own, and tells what is stored then of both members. */
    private List<List<String>> outcome(String community, List<Typed> deliveries) {
        var bot = new Bot(Commands.all(), store(), new MovableTime("2026-03-02T12:00:00Z"));
        var answers = new HashMap<Typed, Reply>();
        for (var typed : deliveries) {
            var words = typed.line().substring(1).split(" ", 2);
            var gesture = new Gesture(
                    new Account("test", community, typed.user()),
                    typed.line(),
                    typed.user(),
                    Optional.of(ZoneId.of("UTC")),
                    "");
            var reply = bot.typed(gesture, words[0], List.of(new Token.Text(words[1])));
            var first = answers.putIfAbsent(typed, reply);
            if (first != null) {
                assertThat(words(reply)).as("the answer to a repeated " + typed).isEqualTo(words(first));
            }
        }
        return List.of(stored(new Account("test", community, "sam")), stored(new Account("test", community, "kim")));
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> message.text();
            case Reply.Refused(Message message, String option) -> message.text();
            case Reply.Ask(var form) -> form.title();
        };
    }

    private List<String> stored(Account owner) {
        return store().look(owner, AnyOrderContract::stored);
    }

    /** Everything in a notebook but ids, which tell the order in which they were given. */
    private static List<String> stored(Notebook notebook) {
        Map<Long, String> names = notebook.people().all().stream().collect(Collectors.toMap(Person::id, Person::name));
        var rows = new TreeSet<String>();
        for (var person : notebook.people().all()) {
            rows.add("%s %s %s %s %s"
                    .formatted(person.name(), person.addedOn(), person.profile(), person.contact(), person.keeping()));
        }
        for (var meeting : notebook.meetings().all()) {
            rows.add("%s met %s %s %s %s"
                    .formatted(
                            names.get(meeting.personId()),
                            meeting.on(),
                            meeting.how(),
                            meeting.where(),
                            meeting.note()));
        }
        for (var promise : notebook.promises().open()) {
            rows.add("%s promised %s %s %s"
                    .formatted(names.get(promise.personId()), promise.due(), promise.kind(), promise.about()));
        }
        var member = notebook.member();
        rows.add(member.name() + " " + member.zone() + " " + member.nudge() + " " + member.progress());
        return List.copyOf(rows);
    }
}
