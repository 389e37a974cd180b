package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Member;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Matter;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Outbox.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected of {@link Outbox}. */
public abstract class OutboxContract extends StoreContract {
    private static final Instant LEASE_END = NOON.plusSeconds(60);
    private static final Instant LATER = NOON.plusSeconds(61);

    @Test
    void claimsWhatIsDueEarliestFirst() {
        plan("second", NOON);
        plan("first", NOON.minusSeconds(1));
        plan("later", NOON.plusMillis(1));
        assertThat(claim(NOON)).extracting(Letter::dueKey).containsExactly("first", "second");
        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void handsOutWholeLetters() {
        var items = List.<Item>of(new Item.Kept(8, 9, MONDAY), new Item.Hello(7, MONDAY.minusDays(1)));
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, items));
        var letter = claim(NOON).getFirst();
        assertThat(letter)
                .isEqualTo(new Letter(
                        letter.id(),
                        idOf(SAM),
                        SAM,
                        Optional.empty(),
                        Letter.Kind.PROMISE,
                        "a",
                        NOON,
                        items,
                        0,
                        Optional.empty(),
                        letter.fence()));
    }

    @Test
    void claimsNoMoreThanAsked() {
        var planned = new ArrayList<String>();
        for (var number = 100; number < 100 + Backstage.BATCH + 3; number++) {
            planned.add("" + number);
        }
        write(
                SAM,
                notebook -> planned.forEach(key -> notebook.letters().plan(Letter.Kind.PROMISE, key, NOON, List.of())));
        var first = keys(rounds(backstage -> backstage.outbox().claim(NOON, LEASE_END, Backstage.BATCH)));
        var rest = keys(rounds(backstage -> backstage.outbox().claim(NOON, LEASE_END, Backstage.BATCH)));
        assertThat(first).hasSize(Backstage.BATCH);
        assertThat(rest).hasSize(3);
        first.addAll(rest);
        assertThat(first).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void marksLettersBeforeTheyAreSent() {
        plan("a", NOON);
        var going = sending(claim(NOON), NOON.plusSeconds(1));
        assertThat(going).hasSize(1);
        assertThat(going.getFirst().firstTriedAt()).contains(NOON.plusSeconds(1));
        assertThat(going.getFirst().attempts()).isZero();
        assertThat(states()).containsExactly(Letters.State.SENDING);
        assertThat(sending(going, NOON.plusSeconds(2))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void settlesLetters(Outcome outcome, Letters.State state) {
        plan("a", NOON);
        plan("b", NOON);
        settle(sending(claim(NOON, 1), NOON), outcome);
        settle(claim(NOON, 1), outcome);
        assertThat(states()).containsExactly(state, state);
        assertThat(claim(LATER)).hasSize(state == Letters.State.PLANNED ? 2 : 0);
    }

    static List<Arguments> outcomes() {
        return List.of(
                Arguments.of(new Outcome.Sent("m1", Optional.empty()), Letters.State.SENT),
                Arguments.of(new Outcome.Sent("\"'\\😀" + "x".repeat(600), Optional.empty()), Letters.State.SENT),
                Arguments.of(new Outcome.Postponed(LATER), Letters.State.PLANNED),
                Arguments.of(new Outcome.Ambiguous(), Letters.State.AMBIGUOUS),
                Arguments.of(new Outcome.Unreachable("50007"), Letters.State.FAILED),
                Arguments.of(new Outcome.Failed("no"), Letters.State.FAILED),
                Arguments.of(new Outcome.Expired(), Letters.State.EXPIRED),
                Arguments.of(new Outcome.Cancelled(), Letters.State.CANCELLED));
    }

    @Test
    void bringsThePostponedAgain() {
        var soon = NOON.plusSeconds(30);
        plan("a", NOON);
        var first = claim(NOON);
        settle(sending(first, NOON), new Outcome.Repeated(soon));
        assertThat(claim(soon.minusMillis(1))).isEmpty();
        var second = claim(soon).getFirst();
        assertThat(second.due()).isEqualTo(NOON);
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(second.firstTriedAt()).contains(NOON);
        assertThat(second.key()).isEqualTo(first.getFirst().key());
        assertThat(second.fence()).isGreaterThan(first.getFirst().fence());
        var going = sending(List.of(second), soon).getFirst();
        assertThat(going.attempts()).isEqualTo(1);
        assertThat(going.firstTriedAt()).contains(NOON);
        settle(List.of(going), new Outcome.Postponed(soon));
        assertThat(claim(soon).getFirst().firstTriedAt()).as("nothing arrived").isEmpty();
    }

    @Test
    void heedsOnlyTheNewestClaim() {
        plan("a", NOON);
        var old = claim(NOON);
        assertThat(recover(LEASE_END)).isZero();
        var current = claim(NOON);
        assertThat(current).hasSize(1);
        assertThat(sending(old, NOON)).isEmpty();
        settle(old, new Outcome.Cancelled());
        assertThat(states()).containsExactly(Letters.State.CLAIMED);
        assertThat(sending(current, NOON)).hasSize(1);
        settle(old, new Outcome.Failed("no"));
        assertThat(states()).containsExactly(Letters.State.SENDING);
    }

    @Test
    void sendsNothingOnceTheLeaseHasEnded() {
        plan("a", NOON);
        var claimed = claim(NOON);
        assertThat(sending(claimed, LEASE_END)).isEmpty();
        assertThat(sending(claimed, LEASE_END.minusMillis(1))).hasSize(1);
    }

    @Test
    void freesClaimsWhoseLeaseHasEnded() {
        plan("a", NOON);
        claim(NOON);
        assertThat(recover(LEASE_END.minusMillis(1))).isZero();
        assertThat(claim(NOON)).isEmpty();
        assertThat(recover(LEASE_END)).isZero();
        assertThat(claim(NOON)).extracting(Letter::attempts).containsExactly(0);
    }

    @Test
    void remembersOfWhatWasBeingSentThatItMayHaveArrived() {
        plan("a", NOON);
        plan("b", NOON);
        var going = sending(claim(NOON), NOON);
        assertThat(recover(LEASE_END.minusMillis(1))).isZero();
        assertThat(recover(LEASE_END)).isEqualTo(2);
        assertThat(recover(LEASE_END)).isZero();
        assertThat(states()).containsOnly(Letters.State.PLANNED);
        var again = claim(LATER);
        assertThat(again).extracting(Letter::firstTriedAt).containsOnly(Optional.of(NOON));
        settle(going, new Outcome.Sent("held up", Optional.empty()));
        assertThat(states()).containsOnly(Letters.State.CLAIMED);
    }

    @Test
    void marksMembersWhoCannotBeReached() {
        plan("a", NOON);
        plan("b", NOON);
        write(KIM, notebook -> add(notebook, "Dana"));
        write(SAM, notebook -> notebook.save(told(notebook.member())));
        settle(sending(claim(NOON, 1), NOON), new Outcome.Unreachable("50007"), NOON);
        assertThat(member().progress().toldUnreachable()).isFalse();
        write(SAM, notebook -> notebook.save(told(notebook.member())));
        settle(sending(claim(NOON, 1), NOON), new Outcome.Unreachable("50007"), LATER);
        assertThat(member().progress().toldUnreachable()).isTrue();
        assertThat(member().unreachableSince()).contains(NOON);
        assertThat(this.<Member>read(KIM, Notebook::member).unreachableSince()).isEmpty();
        write(SAM, notebook -> notebook.save(notebook.member()));
        plan("c", NOON);
        settle(sending(claim(NOON), NOON), new Outcome.Failed("no"), NOON);
        assertThat(member().unreachableSince()).contains(NOON);
        plan("d", NOON);
        settle(sending(claim(NOON), NOON), new Outcome.Sent("m1", Optional.empty()), NOON);
        assertThat(member().unreachableSince()).isEmpty();
    }

    private static Member told(Member member) {
        return member.with(member.progress().toldUnreachable(true));
    }

    @Test
    void tellsWhatIsTrueNow() {
        var dana = made(SAM, notebook -> add(notebook, "Dana", MONDAY));
        var lee = made(SAM, notebook -> add(notebook, "Lee", MONDAY));
        var promise = made(SAM, notebook -> notebook.promises()
                .add(dana.id(), MONDAY, Promise.Kind.SHARE, Optional.of("it"), MONDAY));
        var met = made(SAM, notebook -> notebook.meetings()
                .add(dana.id(), MONDAY, Optional.empty(), Optional.empty(), Optional.of("jazz"), NOON));
        var kept = new Item.Kept(promise.id(), dana.id(), MONDAY);
        var hello = new Item.Hello(lee.id(), MONDAY);
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of(hello, kept)));
        var ruth = made(KIM, notebook -> add(notebook, "Ruth", MONDAY));
        var theirs = new Item.Hello(ruth.id(), MONDAY);
        write(KIM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, "a", NOON, List.of(theirs)));
        var letters = claim(NOON);
        write(SAM, notebook -> notebook.people().forget(lee));
        write(SAM, notebook -> notebook.people().save(dana.named("Dana Wu")));
        Map<Long, Outbox.Page> pages = rounds(backstage -> backstage.outbox().pages(letters));
        var sams = Matter.of(kept, dana.named("Dana Wu"), Optional.of(promise), List.of(met));
        var kims = Matter.of(theirs, ruth, Optional.empty(), List.of());
        assertThat(pages)
                .containsOnly(
                        Map.entry(letters.getFirst().id(), new Outbox.Page(member(), List.of(sams), 0)),
                        Map.entry(
                                letters.getLast().id(),
                                new Outbox.Page(read(KIM, Notebook::member), List.of(kims), 0)));
        Map<Long, Outbox.Page> none = rounds(backstage -> backstage.outbox().pages(List.of()));
        assertThat(none).isEmpty();
    }

    @Test
    void acceptsNothingToDo() {
        assertThat(sending(List.of(), NOON)).isEmpty();
        outbox(outbox -> outbox.settle(List.of(), NOON));
        assertThat(recover(NOON)).isZero();
        assertThat(claim(NOON)).isEmpty();
    }

    private void plan(String key, Instant due) {
        write(SAM, notebook -> notebook.letters().plan(Letter.Kind.PROMISE, key, due, List.of()));
    }

    private List<Letter> claim(Instant now) {
        return claim(now, 9);
    }

    private List<Letter> claim(Instant now, int most) {
        return rounds(backstage -> backstage.outbox().claim(now, LEASE_END, most));
    }

    private List<Letter> sending(List<Letter> letters, Instant now) {
        return rounds(backstage -> backstage.outbox().sending(letters, now));
    }

    private void settle(List<Letter> letters, Outcome outcome) {
        settle(letters, outcome, NOON);
    }

    private void settle(List<Letter> letters, Outcome outcome, Instant now) {
        assertThat(letters).isNotEmpty();
        outbox(outbox -> outbox.settle(
                letters.stream()
                        .map(letter -> new Outbox.Settled(letter, outcome))
                        .toList(),
                now));
    }

    private int recover(Instant now) {
        return rounds(backstage -> backstage.outbox().recover(now));
    }

    private void outbox(Consumer<Outbox> work) {
        rounds(backstage -> {
            work.accept(backstage.outbox());
            return true;
        });
    }

    private List<Letters.State> states() {
        return list(SAM, notebook -> notebook.letters().latest(Letter.Kind.PROMISE, 9)).stream()
                .map(Letters.Written::state)
                .toList();
    }

    private Member member() {
        return read(SAM, Notebook::member);
    }

    private static List<String> keys(List<Letter> letters) {
        return new ArrayList<>(letters.stream().map(Letter::dueKey).toList());
    }
}
