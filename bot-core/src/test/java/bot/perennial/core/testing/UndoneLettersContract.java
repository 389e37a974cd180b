package bot.perennial.core.testing;

import static bot.perennial.core.store.History.Undone.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.store.History;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Notebook;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is expected of letters when the gesture that planned or cancelled them is undone. */
public abstract class UndoneLettersContract extends StoreContract {
    private static final Instant SOON = NOON.plusSeconds(60);

    @Test
    void takesBackPlannedLetters() {
        var planned = gesture(notebook -> plan(notebook, "a"));
        assertThat(undo(planned)).isEqualTo(RESTORED);
        assertThat(claim()).isEmpty();
    }

    @Test
    void takesBackClaimedLetters() {
        var planned = gesture(notebook -> plan(notebook, "a"));
        var claimed = claim();
        assertThat(claimed).hasSize(1);
        assertThat(undo(planned)).isEqualTo(RESTORED);
        assertThat(sending(claimed)).isEmpty();
    }

    @Test
    void leavesLettersThatAreOnTheirWay() {
        var planned = gesture(notebook -> {
            plan(notebook, "a");
            add(notebook, "Dana");
        });
        assertThat(sending(claim())).hasSize(1);
        assertThat(undo(planned)).isEqualTo(RESTORED);
        assertThat(list(SAM, notebook -> notebook.people().all())).isEmpty();
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.PROMISE, 9)))
                .extracting(Letters.Written::state)
                .containsExactly(Letters.State.SENDING);
    }

    @Test
    void plansCancelledLettersAgain() {
        write(SAM, notebook -> plan(notebook, "a"));
        var cancelled = gesture(notebook -> notebook.letters().cancel(Letter.Kind.PROMISE));
        assertThat(claim()).isEmpty();
        assertThat(undo(cancelled)).isEqualTo(RESTORED);
        assertThat(claim()).extracting(Letter::dueKey).containsExactly("a");
    }

    private long gesture(Consumer<Notebook> work) {
        return made(SAM, notebook -> {
            work.accept(notebook);
            return notebook.gesture();
        });
    }

    private History.Undone undo(long gesture) {
        return made(SAM, SOON, notebook -> notebook.history().undo(gesture, SOON));
    }

    private List<Letter> claim() {
        return rounds(backstage -> backstage.outbox().claim(NOON, NOON.plusSeconds(600), 9));
    }

    private List<Letter> sending(List<Letter> letters) {
        return rounds(backstage -> backstage.outbox().sending(letters, SOON));
    }

    private static void plan(Notebook notebook, String key) {
        notebook.letters().plan(Letter.Kind.PROMISE, key, NOON, List.of());
    }
}
