package bot.perennial.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.InMemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {
    private static final Account SAM = new Account("test", "T1", "U1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void runsWorkTwiceWhenItRehearses() {
        var runs = new AtomicInteger();
        var store = InMemoryStore.rehearsing();
        store.as(opening("1"), notebook -> {
            runs.incrementAndGet();
            return add(notebook);
        });
        assertThat(runs).hasValue(2);
        assertThat(store.snapshot().lines().filter(row -> row.startsWith("Key[kind=PERSON")))
                .hasSize(1);
    }

    @Test
    void numbersThingsFromOne() {
        var store = InMemoryStore.rehearsing();
        store.as(opening("1"), notebook -> {
            add(notebook);
            return new Reply.Refused(Message.of("No."));
        });
        store.as(opening("2"), notebook -> {
            assertThat(notebook.gesture()).isEqualTo(1);
            return add(notebook);
        });
        assertThat(store.<List<Long>>look(SAM, notebook -> notebook.people().all().stream()
                        .map(person -> person.id())
                        .toList()))
                .containsExactly(1L);
    }

    @Test
    void storesNothingWhileItIsDown() {
        var store = new InMemoryStore();
        store.goDown();
        assertThatThrownBy(() -> store.as(opening("1"), InMemoryStoreTest::add)).isInstanceOf(Store.NotSaved.class);
        store.comeBack();
        assertThat(store.snapshot()).isEmpty();
    }

    @Test
    void storesWhatNobodyLearnsOf() {
        var store = new InMemoryStore();
        store.loseNextAnswer();
        assertThatThrownBy(() -> store.as(opening("1"), InMemoryStoreTest::add)).isInstanceOf(Store.PerhapsSaved.class);
        assertThat(store.as(opening("1"), InMemoryStoreTest::add)).isEqualTo(new Reply.Done(Message.of("Added.")));
        assertThat(store.snapshot().lines().filter(row -> row.startsWith("Key[kind=PERSON")))
                .hasSize(1);
    }

    private static Reply add(Notebook notebook) {
        notebook.people().add("Dana", Optional.empty(), false, LocalDate.of(2026, 3, 2));
        return new Reply.Done(Message.of("Added."));
    }

    private static Opening opening(String gesture) {
        return new Opening(SAM, "", Optional.empty(), gesture, NOON, List.of());
    }
}
