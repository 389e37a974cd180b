package bot.perennial.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.store.Store;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** F27: who does what, and who does it afterwards. */
class RotaTest {
    private static final Duration BEFORE_THE_END = Rota.LEASE.minusMillis(1);
    private static final Duration UNTIL_ANOTHER_MAY = Rota.LEASE.plus(Rota.GRACE);

    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final Rota one = rota("one");
    private final Rota other = rota("other");

    @Test
    void givesTheOnlyPartToWhoComesFirst() {
        assertThat(one.look(1).parts()).containsExactly(0);
        assertThat(other.look(1).parts()).isEmpty();
        assertThat(one.look(1).surplus()).isEmpty();
        assertThat(one.holds(0)).isTrue();
        assertThat(other.holds(0)).isFalse();
    }

    @Test
    void givesAPartToAnotherWhenItsProcessIsGone() {
        one.look(1);
        other.look(1);
        time.pass(UNTIL_ANOTHER_MAY.minusMillis(1));
        assertThat(other.look(1).parts()).isEmpty();
        time.pass(Duration.ofMillis(1));
        assertThat(other.look(1).parts()).containsExactly(0);
        assertThat(UNTIL_ANOTHER_MAY.plus(Rota.LOOK)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void endsAPartBeforeAnotherMayHaveIt() {
        one.look(1);
        other.look(1);
        time.pass(UNTIL_ANOTHER_MAY);
        other.look(1);
        assertThat(one.holds(0)).isFalse();
        assertThat(one.look(1).parts()).isEmpty();
    }

    @Test
    void givesAPartAtOnceToAnotherWhenItsProcessLeaves() {
        one.look(1);
        other.look(1);
        one.leave();
        assertThat(one.holds(0)).isFalse();
        var shift = other.look(1);
        assertThat(shift.parts()).containsExactly(0);
        assertThat(shift.alone()).isTrue();
    }

    @Test
    void letsOneGoOnAfterAStandstillWhosePartNobodyTook() {
        one.look(1);
        time.pass(Duration.ofHours(9));
        assertThat(one.holds(0)).isTrue();
        assertThat(other.look(1).parts()).as("renewed by having been asked").isEmpty();
    }

    @Test
    void letsOneGoOnWithoutTheStoreOnlyWhoWasAlone() {
        one.look(1);
        store.goDown();
        time.pass(BEFORE_THE_END);
        assertThat(one.holds(0)).isTrue();
        time.pass(Duration.ofMillis(1));
        assertThat(one.holds(0)).isTrue();

        store.comeBack();
        one.look(1);
        other.look(1);
        one.look(1);
        store.goDown();
        time.pass(BEFORE_THE_END);
        assertThat(one.holds(0)).isTrue();
        time.pass(Duration.ofMillis(1));
        assertThat(one.holds(0)).isFalse();
        refused(() -> one.look(1));
    }

    @Test
    void spreadsPartsFairly() {
        assertThat(one.look(5).parts()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(other.look(5).parts()).isEmpty();
        var shift = one.look(5);
        assertThat(shift.parts()).as("until they have been ended").hasSize(5);
        assertThat(shift.surplus()).containsExactlyInAnyOrder(3, 4);
        one.giveBack(4);
        assertThat(one.holds(4)).isFalse();
        assertThat(other.look(5).parts()).containsExactly(4);
        one.giveBack(3);
        assertThat(other.look(5).parts()).containsExactlyInAnyOrder(3, 4);
        assertThat(one.look(5).surplus()).isEmpty();
        assertThat(rota("third").look(5).parts()).isEmpty();
        assertThat(one.look(5).surplus()).containsExactly(2);
        assertThat(other.look(5).surplus()).isEmpty();
    }

    @Test
    void dividesAnewOnlyWhenNobodyIsAtIt() {
        one.look(2);
        other.look(3);
        one.giveBack(1);
        assertThat(other.look(3).of()).isEqualTo(2);
        one.leave();
        assertThat(other.look(3).parts()).as("of two").containsExactlyInAnyOrder(0, 1);
        other.leave();
        assertThat(one.look(3).parts()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void dropsWhatOneHasOfAnotherDivision() {
        one.look(2);
        time.pass(UNTIL_ANOTHER_MAY);
        assertThat(other.look(3).parts()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(one.look(2).parts()).isEmpty();
        assertThat(other.look(3).surplus()).hasSize(1);
    }

    @Test
    void letsOneActAfterTheOther() {
        var apart = Duration.ofSeconds(5);
        assertThat(one.turn("gate", apart)).isZero();
        assertThat(other.turn("gate", apart)).isEqualTo(apart);
        assertThat(other.turn("door", apart)).isZero();
        time.pass(Duration.ofSeconds(12));
        assertThat(one.turn("gate", apart)).isZero();
    }

    private Rota rota(String process) {
        return new Rota(store, "walk", process, time);
    }

    private static AbstractThrowableAssert<?, ?> refused(Runnable look) {
        return Assertions.assertThatThrownBy(look::run).isInstanceOf(Store.NotSaved.class);
    }
}
