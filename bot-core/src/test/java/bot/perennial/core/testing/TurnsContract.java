package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Progress;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Notebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is expected of {@link Backstage} when nudges are planned. */
public abstract class TurnsContract extends StoreContract {
    private static final Account LEE = new Account("test", "T2", "U1");

    @Test
    void takesThoseWhoseMomentHasCome() {
        expect(SAM, NOON.plusSeconds(1));
        expect(KIM, NOON);
        expect(LEE, NOON.plusMillis(1001));
        assertThat(accounts(turns(NOON.plusSeconds(1)))).containsExactly(KIM, SAM);
        assertThat(turns(NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void saysAllAboutATurn() {
        expect(SAM, NOON);
        write(SAM, notebook -> {
            notebook.save(notebook.member().with(NudgeSettings.OFF.on(true)));
            add(notebook, "Dana");
        });
        expect(KIM, NOON.plusSeconds(1));
        var sam = this.<Member>read(SAM, Notebook::member);
        var kim = this.<Member>read(KIM, Notebook::member);
        assertThat(turns(NOON.plusSeconds(1)))
                .containsExactly(
                        new Backstage.Turn(sam, MONDAY, NOON), new Backstage.Turn(kim, MONDAY, NOON.plusSeconds(1)));
    }

    @Test
    void knowsWhoHasNobody() {
        write(SAM, notebook -> add(notebook, "Dana"));
        expect(KIM, NOON);
        Set<Long> nobody = rounds(backstage -> backstage.withNobody(Set.of(idOf(SAM), idOf(KIM))));
        assertThat(nobody).containsExactly(idOf(KIM));
        Set<Long> none = rounds(backstage -> backstage.withNobody(Set.of()));
        assertThat(none).isEmpty();
    }

    @Test
    void takesMembersOfOneMomentById() {
        expect(SAM, NOON);
        expect(KIM, NOON);
        expect(LEE, NOON);
        var ids = turns(NOON).stream().map(turn -> turn.member().id()).toList();
        assertThat(ids).hasSize(3).isSorted();
    }

    @Test
    void goesOnFromAPlace() {
        var expected = new HashSet<Account>();
        for (var number = 0; number < 1_203; number++) {
            var account = new Account("test", "T" + number % 3, "U" + number);
            expect(account, NOON.minusSeconds(number % 7));
            expected.add(account);
        }
        var taken = rounds(backstage -> {
            var all = new ArrayList<Backstage.Turn>();
            var place = Optional.<Backstage.Place>empty();
            for (var batch = backstage.turns(place, NOON, Backstage.BATCH);
                    !batch.isEmpty();
                    batch = backstage.turns(place, NOON, Backstage.BATCH)) {
                assertThat(batch).hasSizeLessThanOrEqualTo(Backstage.BATCH);
                place = Optional.of(batch.getLast().place());
                all.addAll(batch);
            }
            return List.copyOf(all);
        });
        assertThat(taken).hasSize(1_203).extracting(Backstage.Turn::at).isSorted();
        assertThat(new HashSet<>(accounts(taken))).isEqualTo(expected);
    }

    @Test
    void skipsThoseWhomAnotherRoundHolds() {
        expect(SAM, NOON);
        expect(KIM, NOON.plusSeconds(1));
        expect(LEE, NOON.plusSeconds(2));
        var both = rounds(mine -> {
            var first = mine.turns(Optional.empty(), NOON.plusSeconds(9), 2);
            var second = rounds(theirs -> theirs.turns(Optional.empty(), NOON.plusSeconds(9), 2));
            return List.of(accounts(first), accounts(second));
        });
        assertThat(both).containsExactly(List.of(SAM, KIM), List.of(LEE));
        assertThat(turns(NOON.plusSeconds(9))).hasSize(3);
    }

    @Test
    void movesMembersOn() {
        expect(SAM, NOON);
        expect(KIM, NOON);
        var tomorrow = NOON.plus(Duration.ofDays(1));
        rounds(backstage -> {
            for (var turn : backstage.turns(Optional.empty(), NOON, 9)) {
                var nudged = turn.member().with(Progress.NEW.nudged(MONDAY, NOON));
                var next = turn.member().account().equals(SAM);
                backstage.write(
                        List.of(),
                        List.of(new Backstage.Turned(
                                nudged.with(NudgeSettings.OFF.cap(2)),
                                next ? Optional.of(MONDAY.plusDays(1)) : Optional.empty(),
                                next ? Optional.of(tomorrow) : Optional.empty())));
            }
            return true;
        });
        assertThat(turns(NOON)).isEmpty();
        assertThat(turns(tomorrow))
                .extracting(turn -> turn.member().account(), Backstage.Turn::day, Backstage.Turn::at)
                .containsExactly(tuple(SAM, MONDAY.plusDays(1), tomorrow));
        assertThat(this.<Member>read(KIM, Notebook::member).progress()).isEqualTo(Progress.NEW.nudged(MONDAY, NOON));
        assertThat(this.<Member>read(KIM, Notebook::member).nudge().cap()).isEqualTo(2);
    }

    @Test
    void writesLettersOnce() {
        expect(SAM, NOON);
        var items = List.<Item>of(new Item.Hello(7, MONDAY), new Item.Kept(8, 9, MONDAY));
        writeNudge(SAM, NOON, items);
        writeNudge(SAM, NOON.plusSeconds(9), List.of());
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 9)))
                .containsExactly(
                        new Letters.Written(Letter.Kind.NUDGE, "2026-03-02", NOON, items, Letters.State.PLANNED));
    }

    @Test
    void leavesLettersThatWereTakenBack() {
        expect(SAM, NOON);
        writeNudge(SAM, NOON, List.of());
        write(SAM, notebook -> notebook.letters().cancel(Letter.Kind.NUDGE));
        writeNudge(SAM, NOON, List.of());
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 9)))
                .extracting(Letters.Written::state)
                .containsExactly(Letters.State.CANCELLED);
    }

    @Test
    void writesWholeBatches() {
        for (var number = 0; number < Backstage.BATCH; number++) {
            expect(new Account("test", "T1", "U" + number), NOON);
        }
        rounds(backstage -> {
            var turns = backstage.turns(Optional.empty(), NOON, Backstage.BATCH);
            backstage.write(
                    turns.stream()
                            .map(turn -> draft(turn.member().id(), NOON, List.of()))
                            .toList(),
                    turns.stream()
                            .map(turn -> new Backstage.Turned(turn.member(), Optional.empty(), Optional.empty()))
                            .toList());
            return true;
        });
        assertThat(turns(NOON)).isEmpty();
        var claimed = rounds(backstage -> backstage.outbox().claim(NOON, NOON.plusSeconds(9), Backstage.BATCH));
        assertThat(claimed).hasSize(Backstage.BATCH).extracting(Letter::to).doesNotHaveDuplicates();
    }

    @Test
    void bringsWhatIsDueToEach() {
        var hello = made(SAM, notebook -> add(notebook, "Dana", MONDAY).id());
        var about =
                made(KIM, notebook -> add(notebook, "Lee", MONDAY.plusDays(1)).id());
        var promise = made(KIM, notebook -> notebook.promises()
                .add(about, MONDAY.minusDays(1), Promise.Kind.ASK, Optional.empty(), MONDAY));
        write(LEE, notebook -> add(notebook, "Ruth", MONDAY.plusDays(1)));
        var members = Set.of(idOf(SAM), idOf(KIM), idOf(LEE));
        Map<Long, List<Item>> due = rounds(backstage -> backstage.due(members, MONDAY));
        assertThat(due)
                .containsOnly(
                        Map.entry(idOf(SAM), List.of(new Item.Hello(hello, MONDAY))),
                        Map.entry(idOf(KIM), List.of(new Item.Kept(promise.id(), about, MONDAY.minusDays(1)))));
        Map<Long, List<Item>> one = rounds(backstage -> backstage.due(Set.of(idOf(LEE)), MONDAY));
        assertThat(one).isEmpty();
        Map<Long, List<Item>> none = rounds(backstage -> backstage.due(Set.of(), MONDAY));
        assertThat(none).isEmpty();
    }

    @Test
    void knowsWhoStoredSomething() {
        write(SAM, NOON, notebook -> add(notebook, "Dana"));
        write(SAM, NOON.plusSeconds(5), notebook -> add(notebook, "Lee"));
        store().as(opening(SAM, NOON.plusSeconds(9)), notebook -> done("Only looking."));
        write(KIM, NOON.minusSeconds(5), notebook -> add(notebook, "Dana"));
        var members = Set.of(idOf(SAM), idOf(KIM));
        Map<Long, Instant> touched = rounds(backstage -> backstage.touched(members, NOON.minusSeconds(1)));
        assertThat(touched).containsOnly(Map.entry(idOf(SAM), NOON.plusSeconds(5)));
        Map<Long, Instant> none = rounds(backstage -> backstage.touched(Set.of(), NOON));
        assertThat(none).isEmpty();
    }

    @Test
    void keepsNothingOfARoundThatFails() {
        expect(SAM, NOON);
        assertThatThrownBy(() -> rounds(backstage -> {
                    var member = backstage
                            .turns(Optional.empty(), NOON, 9)
                            .getFirst()
                            .member();
                    backstage.write(
                            List.of(draft(member.id(), NOON, List.of())),
                            List.of(new Backstage.Turned(member, Optional.empty(), Optional.empty())));
                    throw new IllegalStateException("Broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns(NOON)).hasSize(1);
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 9)))
                .isEmpty();
    }

    @Test
    void saysHowMuchIsWaiting() {
        assertThat(backlog(NOON)).isEqualTo(new Backstage.Backlog(0, 0, Optional.empty()));
        expect(SAM, NOON);
        expect(KIM, NOON.plusSeconds(100));
        writeNudge(SAM, NOON.minusSeconds(3), List.of());
        assertThat(backlog(NOON.plusSeconds(1)))
                .isEqualTo(new Backstage.Backlog(1, 1, Optional.of(NOON.minusSeconds(3))));
        assertThat(backlog(NOON.minusSeconds(9))).isEqualTo(new Backstage.Backlog(0, 0, Optional.empty()));
    }

    @Test
    void sweepsWhatNothingNeeds() {
        expect(SAM, NOON);
        writeNudge(SAM, NOON, List.of());
        store().as(opening(SAM, "g", NOON), notebook -> {
            notebook.letters().cancel(Letter.Kind.NUDGE);
            notebook.letters().plan(Letter.Kind.PROMISE, "open", NOON, List.of());
            return done("First.");
        });
        assertThat(sweep(NOON.plus(Duration.ofHours(23)))).isZero();
        assertThat(store().as(opening(SAM, "g", NOON), notebook -> done("Second.")))
                .isEqualTo(done("First."));
        assertThat(sweep(NOON.plus(Duration.ofDays(40)))).isPositive();
        assertThat(sweep(NOON.plus(Duration.ofDays(40)))).isZero();
        assertThat(store().as(opening(SAM, "g", NOON), notebook -> done("Second.")))
                .isEqualTo(done("Second."));
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.NUDGE, 9)))
                .isEmpty();
        assertThat(list(SAM, notebook -> notebook.letters().latest(Letter.Kind.PROMISE, 9)))
                .hasSize(1);
    }

    private void expect(Account account, Instant at) {
        write(account, notebook -> notebook.nudgeNext(Optional.of(MONDAY), Optional.of(at)));
    }

    private List<Backstage.Turn> turns(Instant now) {
        return rounds(backstage -> backstage.turns(Optional.empty(), now, Backstage.BATCH));
    }

    private void writeNudge(Account account, Instant due, List<Item> items) {
        var id = idOf(account);
        rounds(backstage -> {
            backstage.write(List.of(draft(id, due, items)), List.of());
            return true;
        });
    }

    private Backstage.Backlog backlog(Instant now) {
        return rounds(backstage -> backstage.backlog(now));
    }

    private int sweep(Instant now) {
        return rounds(backstage -> backstage.sweep(now));
    }

    private static Backstage.Draft draft(long member, Instant due, List<Item> items) {
        return new Backstage.Draft(member, Letter.Kind.NUDGE, MONDAY.toString(), due, items);
    }

    private static List<Account> accounts(List<Backstage.Turn> turns) {
        return turns.stream().map(turn -> turn.member().account()).toList();
    }
}
