package bot.perennial.core.nudge;

import bot.perennial.core.calendar.LocalMoment;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.Progress.Pace;
import bot.perennial.core.store.Backstage.Draft;
import bot.perennial.core.store.Backstage.Turn;
import bot.perennial.core.store.Backstage.Turned;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a member is to be written when their moment has come, and when the next one is. Pure: no clock, no memory. */
public final class NudgePlan {
    /** A moment missed by more than this is folded into the next. */
    static final Duration TOO_LATE = Duration.ofHours(4);

    private static final int PATIENCE = 5;
    private static final int MONDAYS = 4;
    private static final int MOST_ITEMS = 25;
    private static final int[] STARTER_DAYS = {1, 4, 11};

    private final Turn turn;
    private final Notes notes;
    private final Instant now;

    private NudgePlan(Turn turn, Notes notes, Instant now) {
        this.turn = turn;
        this.notes = notes;
        this.now = now;
    }

    /** Plans one member's morning. */
    public static Planned of(Turn turn, Notes notes, Instant now) {
        return new NudgePlan(turn, notes, now).planned();
    }

    /**
     * What a member's notebook says this morning.
     *
     * @param due everything due on the turn's day or before
     * @param nobody whether there is nobody in it
     * @param touched when the member last did something, if that was after the last nudge
     */
    public record Notes(List<Item> due, boolean nobody, Optional<Instant> touched) {
        public Notes {
            due = List.copyOf(due);
        }
    }

    /** A letter, if there is one to write, and the member after their turn. */
    public record Planned(Optional<Draft> letter, Turned turned) {}

    /** Promises first, then hellos, each by date. */
    public static List<Item> ordered(List<Item> items) {
        return items.stream()
                .sorted(Comparator.<Item, Boolean>comparing(Item.Hello.class::isInstance)
                        .thenComparing(Item::on)
                        .thenComparingLong(Item::personId))
                .limit(MOST_ITEMS)
                .toList();
    }

    private Planned planned() {
        var member = turn.member();
        if (!member.nudge().on()) {
            return new Planned(Optional.empty(), new Turned(member, Optional.empty(), Optional.empty()));
        }
        var pausedUntil = member.nudge().pausedUntil();
        if (pausedUntil.isPresent() && turn.day().isBefore(pausedUntil.get())) {
            return silent(notes.due().isEmpty() ? member : Comeback.away(member, pausedUntil.get()));
        }
        if (late() || nudged() || unreachable()) {
            return silent(member);
        }
        if (tooSoon()) {
            return NextMoment.later(member, turn.day(), turn.at())
                    .map(next -> new Planned(
                            Optional.empty(), new Turned(member, Optional.of(next.day()), Optional.of(next.instant()))))
                    .orElseGet(() -> silent(member));
        }
        var back = member.with(member.nudge().pausedUntil(Optional.empty()));
        return paced(Comeback.awake(back, turn.day()));
    }

    private Planned paced(Member member) {
        var progress = member.progress();
        var active = progress.nudgedAt().isEmpty()
                || touchedAfter(progress.nudgedAt().get());
        if (active) {
            return morning(member.with(progress.untouched(0, Pace.CHOSEN)));
        }
        var untouched = progress.untouched() + 1;
        return switch (progress.pace()) {
            case CHOSEN ->
                untouched >= PATIENCE
                        ? written(member.with(progress.untouched(0, Pace.MONDAYS)), Letter.Kind.SLOWER, List.of())
                        : morning(member.with(progress.untouched(untouched, Pace.CHOSEN)));
            case MONDAYS -> {
                if (turn.day().getDayOfWeek() != DayOfWeek.MONDAY) {
                    yield silent(member);
                }
                yield untouched > MONDAYS
                        ? written(member.with(progress.untouched(0, Pace.SILENT)), Letter.Kind.SLOWER, List.of())
                        : morning(member.with(progress.untouched(untouched, Pace.MONDAYS)));
            }
            case SILENT -> silent(member);
        };
    }

    private Planned morning(Member member) {
        if (notes.nobody()) {
            return starter(member);
        }
        if (!notes.due().isEmpty()) {
            return written(member, Letter.Kind.NUDGE, ordered(notes.due()));
        }
        var monday = member.nudge().mondayNote() && turn.day().getDayOfWeek() == DayOfWeek.MONDAY;
        // a morning without a letter is not one left alone
        return monday
                ? written(member, Letter.Kind.MONDAY, List.of())
                : silent(turn.member().with(member.nudge()));
    }

    private Planned starter(Member member) {
        var starters = member.progress().starters();
        var since = member.progress()
                .turnedOnOn()
                .map(day -> ChronoUnit.DAYS.between(day, turn.day()))
                .orElse(0L);
        if (starters >= STARTER_DAYS.length || since < STARTER_DAYS[starters]) {
            return silent(member);
        }
        return written(member.with(member.progress().started()), Letter.Kind.STARTER, List.of());
    }

    private Planned written(Member member, Letter.Kind kind, List<Item> items) {
        var letter = new Draft(member.id(), kind, turn.day().toString(), turn.at(), items);
        return new Planned(
                Optional.of(letter), turned(member.with(member.progress().nudged(turn.day(), now))));
    }

    private Planned silent(Member member) {
        return new Planned(Optional.empty(), turned(member));
    }

    private Turned turned(Member member) {
        var settings = member.nudge();
        var since = late() ? now.minus(TOO_LATE) : now; // a later moment that is still in time gets its turn
        var from = since.isAfter(turn.at()) ? since : turn.at();
        var next = LocalMoment.next(from, settings.days(), settings.time(), member.zone());
        return new Turned(member, Optional.of(next.day()), Optional.of(next.instant()));
    }

    private boolean late() {
        return Duration.between(turn.at(), now).compareTo(TOO_LATE) >= 0;
    }

    private boolean nudged() {
        return turn.member()
                .progress()
                .nudgedOn()
                .filter(day -> !day.isBefore(turn.day()))
                .isPresent();
    }

    private boolean tooSoon() {
        return turn.member()
                .progress()
                .nudgedAt()
                .filter(at -> Duration.between(at, turn.at()).compareTo(NextMoment.APART) < 0)
                .isPresent();
    }

    private boolean unreachable() {
        var since = turn.member().unreachableSince();
        return since.isPresent() && !touchedAfter(since.get());
    }

    private boolean touchedAfter(Instant instant) {
        return notes.touched().filter(at -> at.isAfter(instant)).isPresent();
    }
}
