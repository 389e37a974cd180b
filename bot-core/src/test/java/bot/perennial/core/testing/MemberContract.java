package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Progress;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is expected of a member's own settings, zone and next nudge. */
public abstract class MemberContract extends StoreContract {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void meetsAStranger() {
        assertThat(member(SAM))
                .isEqualTo(new Member(
                        0, SAM, "", ZoneId.of("UTC"), false, NudgeSettings.OFF, Progress.NEW, Optional.empty()));
    }

    @Test
    void givesAMemberAnIdOnceSomethingIsStored() {
        write(SAM, notebook -> add(notebook, "Dana"));
        write(KIM, notebook -> add(notebook, "Dana"));
        assertThat(idOf(SAM)).isPositive().isNotEqualTo(idOf(KIM));
        assertThat(member(SAM).account()).isEqualTo(SAM);
    }

    @Test
    void tellsThePlatformsOfItsMembers() {
        assertThat(rounds(Backstage::platforms)).isEmpty();
        write(SAM, notebook -> add(notebook, "Dana"));
        write(KIM, notebook -> add(notebook, "Dana"));
        write(new Account("other", "T1", "U1"), notebook -> add(notebook, "Dana"));
        assertThat(rounds(Backstage::platforms)).containsExactlyInAnyOrder("test", "other");
    }

    @Test
    void tellsTheNotebooksOfOneAccountAndNobodyElses() {
        var elsewhere = new Account(SAM.platform(), "elsewhere", SAM.user());
        var away = new Account("other", SAM.workspace(), SAM.user());
        assertThat(store().notebooks(SAM)).isEmpty();
        write(elsewhere, notebook -> add(notebook, "Dana"));
        write(KIM, notebook -> add(notebook, "Dana"));
        write(away, notebook -> add(notebook, "Dana"));
        assertThat(store().notebooks(SAM)).containsExactly(elsewhere);
        write(SAM, notebook -> add(notebook, "Dana"));
        assertThat(store().notebooks(SAM)).containsExactly(elsewhere, SAM);
        assertThat(store().notebooks(elsewhere)).containsExactly(elsewhere, SAM);
        assertThat(store().notebooks(away)).containsExactly(away);
    }

    @Test
    void keepsSettingsAndProgress() {
        var nudge = new NudgeSettings(
                true,
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.TUESDAY),
                LocalTime.of(6, 45),
                5,
                true,
                Optional.of(MONDAY.plusDays(9)));
        var progress = new Progress(
                true,
                Optional.of(MONDAY),
                7,
                2,
                Optional.of(MONDAY.minusDays(1)),
                Optional.of(NOON.minusSeconds(9)),
                4,
                Progress.Pace.MONDAYS,
                Optional.of(MONDAY.minusDays(3)),
                true);
        save(member -> member.with(nudge).with(progress).in(LISBON));
        assertThat(member(SAM))
                .isEqualTo(new Member(idOf(SAM), SAM, "", LISBON, true, nudge, progress, Optional.empty()));
        save(member -> member.with(NudgeSettings.OFF).with(Progress.NEW));
        assertThat(member(SAM).nudge()).isEqualTo(NudgeSettings.OFF);
        assertThat(member(SAM).progress()).isEqualTo(Progress.NEW);
    }

    @Test
    void seesItsOwnWrites() {
        write(SAM, notebook -> {
            notebook.save(notebook.member().in(TOKYO).with(NudgeSettings.OFF.cap(5)));
            assertThat(notebook.member().zone()).isEqualTo(TOKYO);
            notebook.save(notebook.member().with(Progress.NEW.nudgeOffered()));
        });
        assertThat(member(SAM).zone()).isEqualTo(TOKYO);
        assertThat(member(SAM).nudge().cap()).isEqualTo(5);
        assertThat(member(SAM).progress().offered()).isTrue();
    }

    @Test
    void takesTheZoneAndNameOfAProfile() {
        var seen = told("Sam", Optional.of(LISBON));
        assertThat(seen.zone()).isEqualTo(LISBON);
        assertThat(seen.zoneKnown()).isTrue();
        assertThat(seen.name()).isEqualTo("Sam");
        assertThat(member(SAM).zone()).isEqualTo(LISBON);
        assertThat(member(SAM).name()).isEqualTo("Sam");
    }

    @Test
    void keepsWhatItKnewWhenThePlatformTellsNothing() {
        told("Sam", Optional.of(LISBON));
        var seen = told("", Optional.empty());
        assertThat(seen.zone()).isEqualTo(LISBON);
        assertThat(seen.name()).isEqualTo("Sam");
    }

    @Test
    void followsTheProfileUntilAnotherZoneIsConfirmed() {
        told("Sam", Optional.of(LISBON));
        assertThat(told("Sammy", Optional.of(TOKYO)).zone()).isEqualTo(TOKYO);
        assertThat(member(SAM).name()).isEqualTo("Sammy");
        save(member -> member.in(LISBON));
        assertThat(told("Sam", Optional.of(TOKYO)).zone()).isEqualTo(LISBON);
        save(member -> member.in(TOKYO));
        save(member -> member.in(LISBON));
        assertThat(told("Sam", Optional.of(TOKYO)).zone()).isEqualTo(LISBON);
    }

    @Test
    void stillFollowsTheProfileAfterOtherSettingsWereSaved() {
        told("Sam", Optional.of(LISBON));
        save(member -> member.with(NudgeSettings.OFF.cap(2)));
        assertThat(told("Sam", Optional.of(TOKYO)).zone()).isEqualTo(TOKYO);
    }

    @Test
    void confirmsEvenTheAssumedZone() {
        save(member -> member.in(member.zone()));
        var seen = told("Sam", Optional.of(TOKYO));
        assertThat(seen.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(seen.zoneKnown()).isTrue();
    }

    @Test
    void storesNothingAboutThoseWhoOnlyLook() {
        store().as(new Opening(SAM, "Sam", Optional.of(LISBON), "g", NOON, List.of()), notebook -> {
            assertThat(notebook.member().zone()).isEqualTo(LISBON);
            return done("Nothing to show.");
        });
        assertThat(member(SAM).name()).isEmpty();
        assertThat(member(SAM).zoneKnown()).isFalse();
        assertThat(idOf(SAM)).isZero();
    }

    @Test
    void plansTheNextNudge() {
        nudgeNext(SAM, Optional.of(NOON));
        assertThat(turns()).extracting(Backstage.Turn::at).containsExactly(NOON);
        assertThat(turns()).extracting(Backstage.Turn::day).containsExactly(MONDAY);
        nudgeNext(SAM, Optional.of(NOON.plusSeconds(5)));
        assertThat(turns()).isEmpty();
        nudgeNext(SAM, Optional.of(NOON.minusSeconds(5)));
        assertThat(turns()).extracting(Backstage.Turn::at).containsExactly(NOON.minusSeconds(5));
        nudgeNext(SAM, Optional.empty());
        assertThat(turns()).isEmpty();
    }

    @Test
    void keepsTheSameUserOfTwoCommunitiesApart() {
        var elsewhere = new Account(SAM.platform(), "T2", SAM.user());
        var otherwise = new Account("other", SAM.workspace(), SAM.user());
        save(member -> member.with(NudgeSettings.OFF.cap(5)));
        write(SAM, notebook -> add(notebook, "Dana"));
        for (var account : List.of(elsewhere, otherwise)) {
            assertThat(member(account).nudge()).isEqualTo(NudgeSettings.OFF);
            assertThat(list(account, notebook -> notebook.people().all())).isEmpty();
            write(account, notebook -> add(notebook, "Lee"));
            assertThat(idOf(account)).isNotEqualTo(idOf(SAM));
        }
        assertThat(list(SAM, notebook -> notebook.people().all())).hasSize(1);
    }

    @Test
    void tellsAccountsApartToTheLetter() {
        write(new Account("test", "T1", "u1"), notebook -> add(notebook, "Dana"));
        assertThat(list(SAM, notebook -> notebook.people().all())).isEmpty();
        assertThat(list(new Account("test", "T1", "Ú1"), notebook -> notebook.people()
                        .all()))
                .isEmpty();
    }

    private Member member(Account account) {
        return read(account, Notebook::member);
    }

    private void save(UnaryOperator<Member> change) {
        write(SAM, notebook -> notebook.save(change.apply(notebook.member())));
    }

    /** The member as a gesture with a profile sees them, which stores something too. */
    private Member told(String name, Optional<ZoneId> zone) {
        var opening = opening(SAM, NOON);
        store().as(new Opening(SAM, name, zone, opening.gesture(), NOON, List.of()), notebook -> {
            notebook.letters().plan(Letter.Kind.SLOWER, opening.gesture(), NOON, List.of());
            assertThat(zone.isEmpty() || notebook.member().zoneKnown()).isTrue();
            return done("Noted.");
        });
        return member(SAM);
    }

    private void nudgeNext(Account account, Optional<Instant> at) {
        write(account, notebook -> notebook.nudgeNext(at.map(instant -> MONDAY), at));
    }

    private List<Backstage.Turn> turns() {
        return rounds(backstage -> backstage.turns(Optional.empty(), NOON, 10));
    }
}
