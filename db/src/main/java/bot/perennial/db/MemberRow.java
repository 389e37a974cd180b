package bot.perennial.db;

import static bot.perennial.db.generated.Tables.MEMBER;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Progress;
import bot.perennial.core.store.Backstage.Turned;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** A member, as a row. */
final class MemberRow {
    /** What a member chooses: a gesture that changed it can't be undone once it has changed again. */
    static final List<Field<?>> SETTINGS = List.of(
            MEMBER.ZONE_CONFIRMED,
            MEMBER.NUDGE_ON,
            MEMBER.NUDGE_DAYS,
            MEMBER.NUDGE_MINUTE,
            MEMBER.NUDGE_CAP,
            MEMBER.MONDAY_NOTE,
            MEMBER.PAUSED_UNTIL);

    static final List<Field<?>> PROGRESS = List.of(
            MEMBER.OFFERED,
            MEMBER.TURNED_ON_ON,
            MEMBER.NUDGES,
            MEMBER.STARTERS,
            MEMBER.NUDGED_ON,
            MEMBER.NUDGED_AT,
            MEMBER.UNTOUCHED,
            MEMBER.PACE,
            MEMBER.BACK_ON,
            MEMBER.TOLD_UNREACHABLE);

    static final List<Field<?>> NEXT = List.of(MEMBER.NEXT_NUDGE_ON, MEMBER.NEXT_NUDGE_AT);

    static final List<List<Field<?>>> CHANGED_BY_GESTURES = List.of(SETTINGS, PROGRESS, NEXT);

    private static final ZoneId ASSUMED = ZoneId.of("UTC");
    private static final int MINUTES = 60;

    private MemberRow() {}

    /** Someone of whom nothing is stored yet. */
    static Record fresh(DSLContext tx, long id, Account account) {
        var row = tx.newRecord(MEMBER);
        row.set(MEMBER.MEMBER_ID, id);
        row.set(MEMBER.COMMUNITY_ID, Hash.community(account));
        row.set(MEMBER.PLATFORM, account.platform());
        row.set(MEMBER.WORKSPACE, account.workspace());
        row.set(MEMBER.ACCOUNT, account.user());
        row.set(MEMBER.NAME, "");
        write(NudgeSettings.OFF, row);
        write(Progress.NEW, row);
        return row;
    }

    static Member read(Record row) {
        var zone = Cells.some(row, MEMBER.ZONE_CONFIRMED)
                .or(() -> Cells.some(row, MEMBER.ZONE_HINT))
                .map(ZoneId::of);
        return new Member(
                row.get(MEMBER.MEMBER_ID),
                new Account(row.get(MEMBER.PLATFORM), row.get(MEMBER.WORKSPACE), row.get(MEMBER.ACCOUNT)),
                row.get(MEMBER.NAME),
                zone.orElse(ASSUMED),
                zone.isPresent(),
                settings(row),
                progress(row),
                Cells.some(row, MEMBER.UNREACHABLE_SINCE));
    }

    /** What the platform says about a member with each gesture. */
    static void told(String name, Optional<ZoneId> hint, Record row) {
        if (!name.isEmpty()) {
            row.set(MEMBER.NAME, name);
        }
        hint.ifPresent(zone -> row.set(MEMBER.ZONE_HINT, zone.getId()));
    }

    /** Settings and progress; the zone only when it is another than the one they were shown with. */
    static void write(Member member, Record row) {
        var shown = read(row);
        var known = shown.zoneKnown() && shown.zone().equals(member.zone());
        if (member.zoneKnown() && !known) {
            row.set(MEMBER.ZONE_CONFIRMED, member.zone().getId());
        }
        write(member.nudge(), row);
        write(member.progress(), row);
    }

    /** After a turn: what a member chose and how far they have come, and when they are next. */
    static void movedOn(Turned turned, Record row) {
        write(turned.member().nudge(), row);
        write(turned.member().progress(), row);
        next(turned.nextDay(), turned.nextAt(), row);
    }

    static void next(Optional<LocalDate> day, Optional<Instant> at, Record row) {
        if (day.isPresent() != at.isPresent()) {
            throw new IllegalArgumentException("A nudge has both a day and a moment, or neither");
        }
        Cells.set(row, MEMBER.NEXT_NUDGE_ON, day);
        Cells.set(row, MEMBER.NEXT_NUDGE_AT, at);
    }

    private static void write(NudgeSettings settings, Record row) {
        row.set(MEMBER.NUDGE_ON, settings.on());
        row.set(MEMBER.NUDGE_DAYS, days(settings.days()));
        row.set(MEMBER.NUDGE_MINUTE, (short) (settings.time().toSecondOfDay() / MINUTES));
        row.set(MEMBER.NUDGE_CAP, (byte) settings.cap());
        row.set(MEMBER.MONDAY_NOTE, settings.mondayNote());
        Cells.set(row, MEMBER.PAUSED_UNTIL, settings.pausedUntil());
    }

    private static NudgeSettings settings(Record row) {
        return new NudgeSettings(
                row.get(MEMBER.NUDGE_ON),
                days(row.get(MEMBER.NUDGE_DAYS)),
                LocalTime.ofSecondOfDay((long) row.get(MEMBER.NUDGE_MINUTE) * MINUTES),
                row.get(MEMBER.NUDGE_CAP),
                row.get(MEMBER.MONDAY_NOTE),
                Cells.some(row, MEMBER.PAUSED_UNTIL));
    }

    private static void write(Progress progress, Record row) {
        row.set(MEMBER.OFFERED, progress.offered());
        Cells.set(row, MEMBER.TURNED_ON_ON, progress.turnedOnOn());
        row.set(MEMBER.NUDGES, progress.nudges());
        row.set(MEMBER.STARTERS, progress.starters());
        Cells.set(row, MEMBER.NUDGED_ON, progress.nudgedOn());
        Cells.set(row, MEMBER.NUDGED_AT, progress.nudgedAt());
        row.set(MEMBER.UNTOUCHED, progress.untouched());
        row.set(MEMBER.PACE, progress.pace().name());
        Cells.set(row, MEMBER.BACK_ON, progress.backOn());
        row.set(MEMBER.TOLD_UNREACHABLE, progress.toldUnreachable());
    }

    private static Progress progress(Record row) {
        return new Progress(
                row.get(MEMBER.OFFERED),
                Cells.some(row, MEMBER.TURNED_ON_ON),
                row.get(MEMBER.NUDGES),
                row.get(MEMBER.STARTERS),
                Cells.some(row, MEMBER.NUDGED_ON),
                Cells.some(row, MEMBER.NUDGED_AT),
                row.get(MEMBER.UNTOUCHED),
                Progress.Pace.valueOf(row.get(MEMBER.PACE)),
                Cells.some(row, MEMBER.BACK_ON),
                row.get(MEMBER.TOLD_UNREACHABLE));
    }

    private static byte days(Set<DayOfWeek> days) {
        return (byte) days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }

    private static Set<DayOfWeek> days(byte bits) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if ((bits & 1 << (day.getValue() - 1)) != 0) {
                days.add(day);
            }
        }
        return days;
    }
}
