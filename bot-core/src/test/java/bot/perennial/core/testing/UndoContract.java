package bot.perennial.core.testing;

import static bot.perennial.core.store.History.Undone.ALREADY;
import static bot.perennial.core.store.History.Undone.CHANGED_SINCE;
import static bot.perennial.core.store.History.Undone.RESTORED;
import static bot.perennial.core.store.History.Undone.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Contact;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Progress;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.History;
import bot.perennial.core.store.Notebook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is expected of {@link History}. */
public abstract class UndoContract extends StoreContract {
    private static final Instant SOON = NOON.plusSeconds(60);

    @Test
    void takesBackSomeoneNew() {
        var log = gesture(notebook -> meet(notebook, add(notebook, "Dana", MONDAY)));
        assertThat(undo(log)).isEqualTo(RESTORED);
        assertThat(state()).isEqualTo(new State(List.of(), List.of(), List.of()));
        assertThat(list(SAM, notebook -> notebook.due(MONDAY))).isEmpty();
    }

    @Test
    void putsBackWhatWasChanged() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY));
        var promise = made(SAM, notebook -> promise(notebook, dana));
        write(SAM, notebook -> meet(notebook, dana));
        var before = state();
        var changed = gesture(notebook -> {
            meet(notebook, dana);
            notebook.people().save(dana.named("Dana Wu").with(Contact.NONE.logged(MONDAY, Optional.empty(), NOON)));
            notebook.promises().save(promise.closed(MONDAY));
            notebook.meetings().save(before.meetings().getFirst().theyHelped(true));
        });
        assertThat(state()).isNotEqualTo(before);
        assertThat(undo(changed)).isEqualTo(RESTORED);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void bringsBackTheForgotten() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        write(SAM, notebook -> {
            meet(notebook, dana);
            promise(notebook, dana);
        });
        var before = state();
        var forgotten = gesture(notebook -> notebook.people().forget(dana));
        assertThat(state().people()).isEmpty();
        assertThat(undo(forgotten)).isEqualTo(RESTORED);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void putsBackSettingsProgressAndTheNextNudge() {
        write(SAM, notebook -> notebook.nudgeNext(Optional.of(MONDAY), Optional.of(NOON)));
        var before = read(SAM, Notebook::member);
        var changed = gesture(notebook -> {
            notebook.save(before.in(ZoneId.of("Asia/Tokyo"))
                    .with(NudgeSettings.OFF.on(true))
                    .with(Progress.NEW.turnedOn(MONDAY)));
            notebook.nudgeNext(Optional.empty(), Optional.empty());
        });
        assertThat(undo(changed)).isEqualTo(RESTORED);
        assertThat(this.<Member>read(SAM, Notebook::member)).isEqualTo(before);
        assertThat(turns()).extracting(Backstage.Turn::at).containsExactly(NOON);
    }

    @Test
    void keepsWhatItDidNotTouch() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var promised = gesture(notebook -> promise(notebook, dana));
        write(SAM, notebook -> notebook.people().save(dana.named("Dana Wu")));
        write(SAM, notebook -> add(notebook, "Lee"));
        assertThat(undo(promised)).isEqualTo(RESTORED);
        assertThat(state().people()).extracting(Person::name).containsExactly("Dana Wu", "Lee");
        assertThat(state().promises()).isEmpty();
    }

    @Test
    void undoesOnlyOnce() {
        var log = gesture(notebook -> add(notebook, "Dana"));
        assertThat(undo(log)).isEqualTo(RESTORED);
        assertThat(undo(log)).isEqualTo(ALREADY);
    }

    @Test
    void undoesAnUndoing() {
        var log = gesture(notebook -> meet(notebook, add(notebook, "Dana")));
        var before = state();
        var undoing = gesture(
                notebook -> assertThat(notebook.history().undo(log, SOON)).isEqualTo(RESTORED));
        assertThat(undo(undoing)).isEqualTo(RESTORED);
        assertThat(state()).isEqualTo(before);
        assertThat(undo(log)).isEqualTo(RESTORED);
        assertThat(state().people()).isEmpty();
    }

    @Test
    void undoesOneAfterTheOther() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var first = gesture(notebook -> notebook.people().save(dana.named("First")));
        var second = gesture(notebook -> notebook.people().save(dana.named("Second")));
        assertThat(undo(first)).isEqualTo(CHANGED_SINCE);
        assertThat(undo(second)).isEqualTo(RESTORED);
        assertThat(undo(first)).isEqualTo(RESTORED);
        assertThat(state().people()).containsExactly(dana);
    }

    @Test
    void putsBackNothingWhenAPartHasChangedSince() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        var both = gesture(notebook -> {
            notebook.people().save(dana.named("Dana Wu"));
            promise(notebook, dana);
        });
        write(SAM, notebook -> notebook.promises()
                .save(state(notebook).promises().getFirst().closed(MONDAY)));
        var before = state();
        assertThat(undo(both)).isEqualTo(CHANGED_SINCE);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void keepsSomeoneOfWhomMoreWasNotedSince() {
        var added = gesture(notebook -> add(notebook, "Dana"));
        write(SAM, notebook -> promise(notebook, notebook.people().all().getFirst()));
        assertThat(undo(added)).isEqualTo(CHANGED_SINCE);
        assertThat(state().people()).hasSize(1);
    }

    @Test
    void bringsNothingBackAboutTheForgotten() {
        var dana = made(SAM, notebook -> add(notebook, "Dana"));
        write(SAM, notebook -> meet(notebook, dana));
        var removed = gesture(
                notebook -> notebook.meetings().remove(notebook.meetings().all().getFirst()));
        write(SAM, notebook -> notebook.people().forget(dana));
        assertThat(undo(removed)).isEqualTo(CHANGED_SINCE);
        assertThat(state().meetings()).isEmpty();
    }

    @Test
    void worksForADay() {
        var first = gesture(notebook -> add(notebook, "Dana"));
        var second = gesture(notebook -> add(notebook, "Lee"));
        assertThat(undo(first, NOON.plus(Duration.ofHours(24)))).isEqualTo(RESTORED);
        assertThat(undo(second, NOON.plus(Duration.ofHours(24)).plusMillis(1))).isEqualTo(UNKNOWN);
        assertThat(state().people()).extracting(Person::name).containsExactly("Lee");
    }

    @Test
    void knowsNothingOfGesturesThatChangedNothing() {
        var idle = new AtomicReference<>(0L);
        write(SAM, notebook -> idle.set(notebook.gesture()));
        assertThat(undo(idle.get())).isEqualTo(UNKNOWN);
        assertThat(undo(0)).isEqualTo(UNKNOWN);
        assertThat(undo(-1)).isEqualTo(UNKNOWN);
        assertThat(undo(Long.MAX_VALUE)).isEqualTo(UNKNOWN);
    }

    @Test
    void neverUndoesSomebodyElsesGesture() {
        var log = gesture(notebook -> add(notebook, "Dana"));
        var answer = new AtomicReference<>(RESTORED);
        write(KIM, SOON, notebook -> answer.set(notebook.history().undo(log, SOON)));
        assertThat(answer).hasValue(UNKNOWN);
        assertThat(state().people()).hasSize(1);
    }

    @Test
    void leavesThingsUndoneOnlyWhenStored() {
        var log = gesture(notebook -> add(notebook, "Dana"));
        store().as(opening(SAM, SOON), notebook -> {
            assertThat(notebook.history().undo(log, SOON)).isEqualTo(RESTORED);
            assertThat(notebook.people().all()).isEmpty();
            return new Reply.Refused(Message.of("No."));
        });
        assertThat(state().people()).hasSize(1);
        assertThat(undo(log)).isEqualTo(RESTORED);
    }

    @Test
    void isNotHinderedByARoundSince() {
        var log = gesture(notebook -> {
            add(notebook, "Dana");
            notebook.save(notebook.member().with(Progress.NEW.nudgeOffered()));
            notebook.nudgeNext(Optional.of(MONDAY), Optional.of(NOON));
        });
        var nudged = Progress.NEW.nudgeOffered().nudged(MONDAY, NOON);
        var member = turns().getFirst().member().with(nudged);
        rounds(backstage -> {
            backstage.write(
                    List.of(),
                    List.of(new Backstage.Turned(
                            member, Optional.of(MONDAY.plusDays(1)), Optional.of(NOON.plusSeconds(1)))));
            return true;
        });
        assertThat(undo(log)).isEqualTo(RESTORED);
        assertThat(state().people()).isEmpty();
        assertThat(this.<Member>read(SAM, Notebook::member).progress()).isEqualTo(nudged);
    }

    private long gesture(Consumer<Notebook> work) {
        return made(SAM, notebook -> {
            work.accept(notebook);
            return notebook.gesture();
        });
    }

    private History.Undone undo(long gesture) {
        return undo(gesture, SOON);
    }

    private History.Undone undo(long gesture, Instant at) {
        return made(SAM, at, notebook -> notebook.history().undo(gesture, at));
    }

    private List<Backstage.Turn> turns() {
        return rounds(backstage -> backstage.turns(Optional.empty(), NOON.plusSeconds(9), 9));
    }

    private static void meet(Notebook notebook, Person person) {
        notebook.meetings().add(person.id(), MONDAY, Optional.empty(), Optional.of("PyCon"), Optional.of("jazz"), NOON);
    }

    private static Promise promise(Notebook notebook, Person person) {
        return notebook.promises().add(person.id(), MONDAY, Promise.Kind.SHARE, Optional.of("it"), MONDAY);
    }

    private State state() {
        return read(SAM, UndoContract::state);
    }

    private static State state(Notebook notebook) {
        return new State(
                notebook.people().all(),
                notebook.meetings().all(),
                notebook.promises().open());
    }

    private record State(List<Person> people, List<Meeting> meetings, List<Promise> promises) {}
}
