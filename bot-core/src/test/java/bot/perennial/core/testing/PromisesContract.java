package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.people.How;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is expected of {@link bot.perennial.core.store.Promises}, and of what is due. */
public abstract class PromisesContract extends StoreContract {
    @Test
    void keepsEverythingAboutAPromise() {
        for (var kind : Promise.Kind.values()) {
            var promise = made(SAM, notebook -> notebook.promises()
                    .add(add(notebook, "Dana").id(), MONDAY.plusDays(3), kind, Optional.of("send it"), MONDAY));
            assertThat(promise.open()).isTrue();
            assertThat(find(promise.id())).contains(promise);
            var changed = promise.moved(MONDAY.plusDays(9)).closed(MONDAY.plusDays(1));
            write(SAM, notebook -> notebook.promises().save(changed));
            assertThat(find(promise.id())).contains(changed);
            write(SAM, notebook -> notebook.promises().save(promise));
            assertThat(find(promise.id())).contains(promise);
        }
    }

    @Test
    void listsTheOpenOnesEarliestFirst() {
        var dana = made(SAM, notebook -> add(notebook, "Dana").id());
        var lee = made(SAM, notebook -> add(notebook, "Lee").id());
        var late = made(SAM, notebook -> promise(notebook, dana, 9));
        var early = made(SAM, notebook -> promise(notebook, dana, 1));
        var other = made(SAM, notebook -> promise(notebook, lee, 4));
        var kept = made(SAM, notebook -> promise(notebook, dana, 2)).closed(MONDAY);
        write(SAM, notebook -> notebook.promises().save(kept));
        assertThat(list(SAM, notebook -> notebook.promises().open())).containsExactly(early, other, late);
        assertThat(list(SAM, notebook -> notebook.promises().openWith(dana))).containsExactly(early, late);
        assertThat(list(SAM, notebook -> notebook.promises().with(dana, 2))).containsExactly(late, kept);
    }

    @Test
    void bringsWhatIsDue() {
        var hello = made(SAM, notebook -> add(notebook, "Today", MONDAY).id());
        var early = made(
                SAM, notebook -> add(notebook, "Yesterday", MONDAY.minusDays(1)).id());
        write(SAM, notebook -> {
            add(notebook, "Tomorrow", MONDAY.plusDays(1));
            notebook.people()
                    .save(add(notebook, "Resting").with(Keeping.NONE.rested().moved(MONDAY)));
            notebook.promises().save(promise(notebook, hello, 0).closed(MONDAY));
            promise(notebook, hello, 1);
        });
        var now = made(SAM, notebook -> promise(notebook, hello, 0));
        var before = made(SAM, notebook -> promise(notebook, early, -2));
        write(KIM, notebook -> add(notebook, "Theirs", MONDAY));
        assertThat(list(SAM, notebook -> notebook.due(MONDAY)))
                .containsExactlyInAnyOrder(
                        new Item.Hello(hello, MONDAY),
                        new Item.Hello(early, MONDAY.minusDays(1)),
                        new Item.Kept(now.id(), hello, MONDAY),
                        new Item.Kept(before.id(), early, MONDAY.minusDays(2)));
    }

    @Test
    void tellsWhatIsTrueAboutItems() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY));
        var promise = made(SAM, notebook -> promise(notebook, dana.id(), 0));
        write(SAM, notebook -> meet(notebook, dana.id(), 5));
        var last = made(SAM, notebook -> meet(notebook, dana.id(), 1));
        var hello = new Item.Hello(dana.id(), MONDAY);
        var kept = new Item.Kept(promise.id(), dana.id(), MONDAY);
        assertThat(matters(kept, hello))
                .containsExactly(
                        Matter.of(kept, dana, Optional.of(promise), List.of(last)),
                        Matter.of(hello, dana, Optional.empty(), List.of(last)));
    }

    @Test
    void tellsWhatWasNotedBeforeTheLastMeeting() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY));
        write(SAM, notebook -> meet(notebook, dana.id(), 9, Optional.of("long ago")));
        var noted = made(SAM, notebook -> meet(notebook, dana.id(), 5));
        write(SAM, notebook -> meet(notebook, dana.id(), 3, Optional.empty()));
        var last = made(SAM, notebook -> meet(notebook, dana.id(), 1, Optional.empty()));
        var hello = new Item.Hello(dana.id(), MONDAY);
        assertThat(matters(hello))
                .containsExactly(new Matter(hello, dana, Optional.empty(), Optional.of(last), Optional.of(noted)));
    }

    @Test
    void leavesOutItemsThatAreGone() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY));
        var lee = made(SAM, notebook -> add(notebook, "Lee", MONDAY));
        var closed = made(SAM, notebook -> promise(notebook, lee.id(), 0));
        var about = made(SAM, notebook -> promise(notebook, dana.id(), 0));
        write(SAM, notebook -> {
            notebook.promises().save(closed.closed(MONDAY));
            notebook.people().forget(dana);
        });
        var hello = new Item.Hello(lee.id(), MONDAY);
        assertThat(matters(
                        new Item.Kept(about.id(), dana.id(), MONDAY),
                        new Item.Hello(dana.id(), MONDAY),
                        hello,
                        new Item.Kept(closed.id(), lee.id(), MONDAY)))
                .containsExactly(Matter.of(hello, lee, Optional.empty(), List.of()));
        assertThat(matters()).isEmpty();
    }

    @Test
    void keepsOwnersApart() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY).id());
        var promise = made(SAM, notebook -> promise(notebook, dana, 0));
        assertThatThrownBy(() -> write(KIM, notebook -> notebook.promises().save(promise.closed(MONDAY))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(KIM, notebook -> promise(notebook, dana, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found(KIM, notebook -> notebook.promises().find(promise.id())))
                .isEmpty();
        assertThat(list(KIM, notebook -> notebook.promises().open())).isEmpty();
        assertThat(list(KIM, notebook -> notebook.promises().with(dana, 5))).isEmpty();
        assertThat(list(KIM, notebook -> notebook.due(MONDAY))).isEmpty();
        var items = List.<Item>of(new Item.Hello(dana, MONDAY), new Item.Kept(promise.id(), dana, MONDAY));
        assertThat(list(KIM, notebook -> notebook.matters(items))).isEmpty();
        assertThat(find(promise.id())).contains(promise);
    }

    private Optional<Promise> find(long id) {
        return read(SAM, notebook -> notebook.promises().find(id));
    }

    private List<Matter> matters(Item... items) {
        return read(SAM, notebook -> notebook.matters(Arrays.asList(items)));
    }

    private static Promise promise(Notebook notebook, long person, int days) {
        return notebook.promises().add(person, MONDAY.plusDays(days), Promise.Kind.CHECK_IN, Optional.empty(), MONDAY);
    }

    private static Meeting meet(Notebook notebook, long person, int daysAgo) {
        return meet(notebook, person, daysAgo, Optional.of("jazz"));
    }

    private static Meeting meet(Notebook notebook, long person, int daysAgo, Optional<String> note) {
        LocalDate day = MONDAY.minusDays(daysAgo);
        return notebook.meetings().add(person, day, Optional.of(How.CALL), Optional.empty(), note, NOON);
    }
}
