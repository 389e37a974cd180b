package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Opening;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is expected of {@link bot.perennial.core.store.Store#as}. */
public abstract class GestureContract extends StoreContract {
    private static final Message EVERYTHING = Message.EMPTY
            .heading("Good morning, 👩‍👩‍👧‍👦")
            .entry(
                    Line.of("plain & <b>")
                            .strong("strong")
                            .soft("soft")
                            .quote("quote \\ \"")
                            .code("/met x")
                            .plain("\nשלום"),
                    new Control.Button("Undo", "/nudge undo 1"),
                    new Control.Menu("Later", List.of(new Control.Button("Tomorrow", "/followup ~1 later tomorrow"))),
                    new Control.Picks("Keep", "/people keep", List.of(new Choice("~1", "Dana")), 3))
            .small(Line.EMPTY)
            .and(Message.of(""));

    @Test
    void appliesAGestureOnce() {
        var first = store().as(opening(SAM, "g", NOON), notebook -> {
            add(notebook, "Dana");
            return done("First.");
        });
        var again = store().as(opening(SAM, "g", NOON.plusSeconds(60)), notebook -> {
            add(notebook, "Lee");
            return done("Second.");
        });
        assertThat(first).isEqualTo(done("First."));
        assertThat(again).isEqualTo(done("First."));
        assertThat(names(SAM)).containsExactly("Dana");
    }

    @ParameterizedTest
    @EnumSource
    void givesTheWholeAnswerAgain(Reply.Place place) {
        var answer = new Reply.Done(EVERYTHING, place);
        for (var time = 0; time < 3; time++) {
            assertThat(store().as(opening(SAM, "g", NOON), notebook -> {
                        add(notebook, "Dana");
                        return answer;
                    }))
                    .isEqualTo(answer);
        }
        assertThat(names(SAM)).hasSize(1);
    }

    @Test
    void tellsTheGesturesOfTwoMembersApart() {
        for (var account : List.of(SAM, KIM, new Account("test", "T2", "U1"), new Account("other", "T1", "U1"))) {
            var reply = store().as(opening(account, "g", NOON), notebook -> {
                add(notebook, "Dana");
                return done("For " + account.user());
            });
            assertThat(reply).isEqualTo(done("For " + account.user()));
            assertThat(names(account)).containsExactly("Dana");
        }
    }

    @Test
    void tellsGesturesApartToTheLetter() {
        for (var key : List.of("g", "G", "g ", "é", "e", "x".repeat(200))) {
            store().as(opening(SAM, key, NOON), notebook -> {
                add(notebook, "Dana");
                return done("Noted.");
            });
        }
        assertThat(names(SAM)).hasSize(6);
    }

    @Test
    void storesNothingOfARefusal() {
        var refused = new Reply.Refused(Message.of("No."));
        var asked = new Reply.Ask(new Form("Who?", "/met", "Save", List.of(Field.words("who", "Who", ""))));
        for (var reply : List.<Reply>of(refused, asked)) {
            assertThat(store().as(opening(SAM, "g", NOON), notebook -> {
                        add(notebook, "Dana");
                        notebook.save(
                                notebook.member().with(notebook.member().nudge().cap(5)));
                        return reply;
                    }))
                    .isEqualTo(reply);
        }
        assertThat(names(SAM)).isEmpty();
        assertThat(idOf(SAM)).isZero();
        assertThat(store().as(opening(SAM, "g", NOON), notebook -> {
                    add(notebook, "Lee");
                    return done("Now.");
                }))
                .isEqualTo(done("Now."));
    }

    @Test
    void storesNothingOfAnException() {
        write(SAM, notebook -> add(notebook, "Lee"));
        assertThatThrownBy(() -> store().as(opening(SAM, "g", NOON), notebook -> {
                    add(notebook, "Dana");
                    notebook.people()
                            .forget(notebook.people()
                                    .named(new Who.Named("Lee"))
                                    .getFirst());
                    throw new IllegalStateException("Broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Broken");
        assertThat(names(SAM)).containsExactly("Lee");
        assertThat(store().as(opening(SAM, "g", NOON), notebook -> {
                    add(notebook, "Ruth");
                    return done("Now.");
                }))
                .isEqualTo(done("Now."));
    }

    @Test
    void remembersNoGestureThatOnlyRead() {
        store().as(opening(SAM, "g", NOON), notebook -> done("Nobody yet."));
        write(SAM, notebook -> add(notebook, "Dana"));
        assertThat(store().as(
                                opening(SAM, "g", NOON),
                                notebook ->
                                        done(notebook.people().all().getFirst().name())))
                .isEqualTo(done("Dana"));
    }

    @Test
    void losesWhatIsWrittenWhileLooking() {
        var seen = list(SAM, notebook -> {
            add(notebook, "Dana");
            return notebook.people().all();
        });
        assertThat(seen).extracting(Person::name).containsExactly("Dana");
        assertThat(names(SAM)).isEmpty();
        assertThat(idOf(SAM)).isZero();
    }

    @Test
    void knowsThoseWhomAGestureNames() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var who = List.<Who>of(new Who.Named("dana"), new Who.Known(dana.id()), new Who.Named("Nobody"));
        var found = new AtomicReference<List<Person>>(List.of());
        store().as(new Opening(SAM, "Sam", Optional.empty(), "named", NOON, who), notebook -> {
            found.set(who.stream()
                    .flatMap(each -> notebook.people().named(each).stream())
                    .toList());
            return done("Found.");
        });
        assertThat(found.get()).containsExactly(dana, dana);
    }

    @Test
    void seesChangesToThoseWhomAGestureNames() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var who = new Who.Named("Dana");
        var seen = new AtomicReference<List<Person>>(List.of());
        store().as(new Opening(SAM, "", Optional.empty(), "named", NOON, List.of(who)), notebook -> {
            notebook.people().save(dana.named("Ruth"));
            assertThat(notebook.people().named(who)).isEmpty();
            add(notebook, "Dana");
            seen.set(notebook.people().named(who));
            return done("Renamed.");
        });
        assertThat(seen.get()).extracting(Person::name).containsExactly("Dana");
        assertThat(names(SAM)).containsExactly("Dana", "Ruth");
    }

    private List<String> names(Account owner) {
        return list(
                owner,
                notebook -> notebook.people().all().stream().map(Person::name).toList());
    }
}
