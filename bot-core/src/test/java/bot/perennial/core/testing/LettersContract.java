package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import bot.perennial.core.people.Account;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is expected of {@link Letters}. */
public abstract class LettersContract extends StoreContract {
    @Test
    void keepWhereDirectMessagesGo() {
        assertThat(claimedAfter("a", Optional.of("D1"))).contains("D1");
        assertThat(claimedAfter("b", Optional.empty())).contains("D1");
        assertThat(claimedAfter("c", Optional.of("D2"))).contains("D2");
    }

    /** Where a letter would go that is planned after another was sent. */
    private Optional<String> claimedAfter(String key, Optional<String> told) {
        plan(Letter.Kind.PROMISE, key, NOON);
        var sent = sending(claim(NOON));
        this.<Integer>rounds(backstage -> {
            sent.forEach(letter -> backstage
                    .outbox()
                    .settle(List.of(new Outbox.Settled(letter, new Outbox.Outcome.Sent("m" + key, told))), NOON));
            return sent.size();
        });
        plan(Letter.Kind.WELCOME, key, NOON);
        return claim(NOON).getFirst().channel();
    }

    @Test
    void plansALetter() {
        var items = List.<Item>of(new Item.Hello(3, MONDAY), new Item.Kept(4, 5, MONDAY.minusDays(1)));
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "4/2026-03-02", NOON, items));
        assertThat(latest(Letter.Kind.PROMISE))
                .containsExactly(
                        new Letters.Written(Letter.Kind.PROMISE, "4/2026-03-02", NOON, items, Letters.State.PLANNED));
        assertThat(latest(Letter.Kind.NUDGE)).isEmpty();
        assertThat(latest(KIM, Letter.Kind.PROMISE)).isEmpty();
    }

    @Test
    void plansALetterOnce() {
        plan(Letter.Kind.PROMISE, "a", NOON);
        plan(Letter.Kind.PROMISE, "a", NOON.plusSeconds(1));
        plan(Letter.Kind.MONDAY, "a", NOON);
        write(KIM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of()));
        assertThat(latest(Letter.Kind.PROMISE)).extracting(Letters.Written::due).containsExactly(NOON);
        assertThat(latest(KIM, Letter.Kind.PROMISE)).hasSize(1);
        assertThat(claim(NOON)).hasSize(3);
    }

    @Test
    void countsForAMondayNoteWhomTheMemberWasInTouchWithThatWeek() {
        var days = List.of(MONDAY, MONDAY.minusDays(7), MONDAY.minusDays(8), MONDAY.plusDays(1));
        for (var day : days) {
            write(SAM, notebook -> {
                var person = add(notebook, "Met on " + day, day);
                notebook.people().save(person.with(person.contact().logged(day, Optional.empty(), NOON)));
            });
        }
        write(SAM, notebook -> add(notebook, "Never met", MONDAY));
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.MONDAY, MONDAY.toString(), NOON, List.of()));
        write(KIM, notebook -> notebook.letters().plan(Letter.Kind.MONDAY, MONDAY.toString(), NOON, List.of()));
        plan(Letter.Kind.PROMISE, "a", NOON.plusMillis(1));
        var letters = claim(NOON.plusMillis(1));
        Map<Long, Outbox.Page> pages = rounds(backstage -> backstage.outbox().pages(letters));
        assertThat(pages.values()).map(Outbox.Page::inTouch).containsExactlyInAnyOrder(2, 0, 0);
    }

    @Test
    void seesItsOwnWrites() {
        write(SAM, notebook -> {
            notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of());
            notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of());
            assertThat(notebook.letters().latest(Letter.Kind.PROMISE, 9)).hasSize(1);
            notebook.letters().cancel(Letter.Kind.PROMISE);
            assertThat(notebook.letters().latest(Letter.Kind.PROMISE, 9))
                    .extracting(Letters.Written::state)
                    .containsExactly(Letters.State.CANCELLED);
        });
        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void takesBackThoseOfOneKind() {
        plan(Letter.Kind.PROMISE, "a", NOON);
        plan(Letter.Kind.PROMISE, "b", NOON.plusSeconds(5));
        plan(Letter.Kind.WELCOME, "a", NOON);
        write(KIM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of()));
        write(SAM, notebook -> notebook.letters().cancel(Letter.Kind.PROMISE));
        assertThat(latest(Letter.Kind.PROMISE))
                .extracting(Letters.Written::state)
                .containsOnly(Letters.State.CANCELLED);
        assertThat(claim(NOON.plusSeconds(9)))
                .extracting(Letter::to, Letter::kind)
                .containsExactlyInAnyOrder(tuple(SAM, Letter.Kind.WELCOME), tuple(KIM, Letter.Kind.PROMISE));
    }

    @Test
    void takesBackTheClaimedButNotThoseOnTheirWay() {
        plan(Letter.Kind.PROMISE, "sending", NOON);
        assertThat(sending(claim(NOON))).hasSize(1);
        plan(Letter.Kind.PROMISE, "claimed", NOON.plusSeconds(1));
        var claimed = claim(NOON.plusSeconds(1));
        write(SAM, notebook -> notebook.letters().cancel(Letter.Kind.PROMISE));
        assertThat(sending(claimed)).isEmpty();
        assertThat(latest(Letter.Kind.PROMISE))
                .extracting(Letters.Written::key, Letters.Written::state)
                .containsExactly(tuple("claimed", Letters.State.CANCELLED), tuple("sending", Letters.State.SENDING));
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "AMBIGUOUS"})
    void neverPlansAgainWhatMayHaveArrived(Letters.State state) {
        plan(Letter.Kind.WELCOME, "a", NOON);
        settle(sending(claim(NOON)), state);
        plan(Letter.Kind.WELCOME, "a", NOON.plusSeconds(5));
        assertThat(claim(NOON.plusSeconds(9))).isEmpty();
        assertThat(latest(Letter.Kind.WELCOME))
                .extracting(Letters.Written::state)
                .containsExactly(state);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "FAILED", "EXPIRED"})
    void plansAgainWhatNeverArrived(Letters.State state) {
        plan(Letter.Kind.WELCOME, "a", NOON);
        settle(claim(NOON), state);
        var items = List.<Item>of(new Item.Hello(3, MONDAY));
        var later = NOON.plusSeconds(5);
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.WELCOME, "a", later, items));
        assertThat(latest(Letter.Kind.WELCOME))
                .containsExactly(new Letters.Written(Letter.Kind.WELCOME, "a", later, items, Letters.State.PLANNED));
        assertThat(claim(later)).hasSize(1);
    }

    @Test
    void listsTheLatestFirst() {
        plan(Letter.Kind.NUDGE, "2026-03-03", NOON.plusSeconds(2));
        plan(Letter.Kind.NUDGE, "2026-03-01", NOON);
        plan(Letter.Kind.NUDGE, "2026-03-02", NOON.plusSeconds(1));
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 2)))
                .extracting(Letters.Written::key)
                .containsExactly("2026-03-03", "2026-03-02");
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryKind(Letter.Kind kind) {
        plan(kind, "a", NOON);
        assertThat(claim(NOON)).extracting(Letter::kind).containsExactly(kind);
    }

    private void plan(Letter.Kind kind, String key, Instant due) {
        write(SAM, notebook -> notebook.letters().plan(kind, key, due, List.of()));
    }

    @Test
    void areClaimedButForThoseOfSomePlatforms() {
        var elsewhere = new Account("elsewhere", "T1", "U1");
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of()));
        write(elsewhere, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "b", NOON, List.of()));
        assertThat(claimedExcept("elsewhere", "test")).isEmpty();
        assertThat(claimedExcept("test")).containsExactly("b");
        assertThat(claimedExcept("elsewhere")).containsExactly("a");
    }

    private List<String> claimedExcept(String... platforms) {
        return this.<List<Letter>>rounds(
                        backstage -> backstage.outbox().claim(NOON, NOON.plusSeconds(600), 9, Set.of(platforms)))
                .stream()
                .map(Letter::dueKey)
                .toList();
    }

    private List<Letter> claim(Instant now) {
        return rounds(backstage -> backstage.outbox().claim(now, now.plusSeconds(600), 9));
    }

    private List<Letter> sending(List<Letter> letters) {
        return rounds(backstage -> backstage.outbox().sending(letters, NOON));
    }

    private void settle(List<Letter> letters, Letters.State state) {
        var outcome =
                switch (state) {
                    case SENT -> new Outbox.Outcome.Sent("m1", Optional.empty());
                    case AMBIGUOUS -> new Outbox.Outcome.Ambiguous();
                    case FAILED -> new Outbox.Outcome.Failed("no");
                    case EXPIRED -> new Outbox.Outcome.Expired();
                    case CANCELLED -> new Outbox.Outcome.Cancelled();
                    case PLANNED, CLAIMED, SENDING -> throw new IllegalArgumentException("Not an outcome: " + state);
                };
        rounds(backstage -> {
            backstage
                    .outbox()
                    .settle(
                            letters.stream()
                                    .map(letter -> new Outbox.Settled(letter, outcome))
                                    .toList(),
                            NOON);
            return true;
        });
    }

    private List<Letters.Written> latest(Letter.Kind kind) {
        return latest(SAM, kind);
    }

    private List<Letters.Written> latest(Account owner, Letter.Kind kind) {
        return list(owner, notebook -> notebook.letters().latest(kind, 9));
    }
}
