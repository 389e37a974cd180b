package bot.perennial.core.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Progress;
import bot.perennial.core.people.Progress.Pace;
import bot.perennial.core.store.Backstage.Turn;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NudgePlanTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant AT = Instant.parse("2026-03-02T08:30:00Z");
    private static final List<Item> DUE = List.of(new Item.Hello(1, MONDAY), new Item.Kept(7, 2, MONDAY));
    private static final Member ANA = new Member(
            5,
            new Account("test", "home", "ana"),
            "Ana",
            ZoneId.of("UTC"),
            true,
            NudgeSettings.OFF.on(true),
            Progress.NEW.turnedOn(MONDAY.minusDays(30)),
            Optional.empty());

    @Test
    void bringsPromisesBeforeHellos() {
        var planned = NudgePlan.of(turn(ANA), notes(DUE, Optional.empty()), AT);
        assertThat(planned.letter().orElseThrow().kind()).isEqualTo(Letter.Kind.NUDGE);
        assertThat(planned.letter().orElseThrow().items()).containsExactly(DUE.get(1), DUE.get(0));
        assertThat(planned.turned().nextDay()).contains(MONDAY.plusDays(1));
    }

    @Test
    void keepsSilentWhenNothingIsDue() {
        assertThat(NudgePlan.of(turn(ANA), notes(List.of(), Optional.empty()), AT)
                        .letter())
                .isEmpty();
    }

    @Test
    void foldsAMomentMissedByFourHoursIntoTheNext() {
        var planned = NudgePlan.of(turn(ANA), notes(DUE, Optional.empty()), AT.plus(Duration.ofHours(4)));
        assertThat(planned.letter()).isEmpty();
        assertThat(planned.turned().nextDay()).contains(MONDAY.plusDays(1));
    }

    @Test
    void goesOnWithTheMomentThatIsStillInTimeAfterStanding() {
        var planned = NudgePlan.of(turn(ANA), notes(DUE, Optional.empty()), AT.plus(Duration.ofDays(3)));
        assertThat(planned.letter()).isEmpty();
        assertThat(planned.turned().nextAt()).contains(AT.plus(Duration.ofDays(3)));
    }

    @Test
    void neverTwoForOneLocalDateOrWithinEighteenHours() {
        var nudged = ANA.with(ANA.progress().nudged(MONDAY, AT));
        assertThat(NudgePlan.of(turn(nudged), notes(DUE, Optional.empty()), AT).letter())
                .isEmpty();
        var flown = ANA.with(ANA.progress().nudged(MONDAY, AT.minus(Duration.ofHours(19)))); // over the date line
        assertThat(NudgePlan.of(turn(flown), notes(DUE, Optional.of(AT)), AT).letter())
                .isEmpty();
        var evening = ANA.with(ANA.progress().nudged(MONDAY.minusDays(1), AT.minus(Duration.ofHours(17))));
        assertThat(NudgePlan.of(turn(evening), notes(DUE, Optional.of(AT)), AT).letter())
                .isEmpty();
    }

    @Test
    void slowsDownWhenLeftAloneAndWakesUpWhenTouched() {
        var ignored = ANA.with(ANA.progress()
                .nudged(MONDAY.minusDays(3), AT.minus(Duration.ofDays(3)))
                .untouched(4, Pace.CHOSEN));
        var slower = NudgePlan.of(turn(ignored), notes(DUE, Optional.empty()), AT);
        assertThat(slower.letter().orElseThrow().kind()).isEqualTo(Letter.Kind.SLOWER);
        assertThat(slower.turned().member().progress().pace()).isEqualTo(Pace.MONDAYS);

        var awake =
                NudgePlan.of(turn(slower.turned().member().with(ignored.progress())), notes(DUE, Optional.of(AT)), AT);
        assertThat(awake.letter().orElseThrow().kind()).isEqualTo(Letter.Kind.NUDGE);
        assertThat(awake.turned().member().progress().untouched()).isZero();
    }

    @Test
    void restsWhilePausedAndWelcomesBack() {
        var paused = ANA.with(ANA.nudge().pausedUntil(Optional.of(MONDAY.plusDays(1))));
        var quiet = NudgePlan.of(turn(paused), notes(DUE, Optional.empty()), AT);
        assertThat(quiet.letter()).isEmpty();
        assertThat(quiet.turned().member().progress().backOn()).contains(MONDAY.plusDays(1));

        var tomorrow = new Turn(quiet.turned().member(), MONDAY.plusDays(1), AT.plus(DAY));
        var planned = NudgePlan.of(tomorrow, notes(DUE, Optional.empty()), AT.plus(DAY));
        assertThat(planned.turned().member().progress().backOn()).contains(MONDAY.plusDays(1));
        assertThat(planned.turned().member().nudge().pausedUntil()).isEmpty();
    }

    @Test
    void welcomesNobodyBackWhomThePauseCostNothing() {
        var paused = ANA.with(ANA.nudge().pausedUntil(Optional.of(MONDAY.plusDays(1))));
        var quiet = NudgePlan.of(turn(paused), notes(List.of(), Optional.empty()), AT);
        assertThat(quiet.turned().member().progress().backOn()).isEmpty();
        var back = ANA.with(ANA.nudge().pausedUntil(Optional.of(MONDAY)));
        var planned = NudgePlan.of(turn(back), notes(DUE, Optional.empty()), AT);
        assertThat(planned.letter()).isPresent();
        assertThat(planned.turned().member().progress().backOn()).isEmpty();
    }

    @Test
    void leavesTheUnreachableAloneUntilTheySpeak() {
        var lost = new Member(
                5,
                ANA.account(),
                "Ana",
                ANA.zone(),
                true,
                ANA.nudge(),
                ANA.progress(),
                Optional.of(AT.minusSeconds(9)));
        assertThat(NudgePlan.of(turn(lost), notes(DUE, Optional.empty()), AT).letter())
                .isEmpty();
        assertThat(NudgePlan.of(turn(lost), notes(DUE, Optional.of(AT)), AT).letter())
                .isPresent();
    }

    private static Turn turn(Member member) {
        return new Turn(member, MONDAY, AT);
    }

    private static NudgePlan.Notes notes(List<Item> due, Optional<Instant> touched) {
        return new NudgePlan.Notes(due, false, touched);
    }
}
