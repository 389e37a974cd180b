package bot.perennial.core.nudge;

import bot.perennial.core.people.Member;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;

/** The two weeks after a pause: one person on the first morning, then a few at a time; promises keep their days. */
final class Comeback {
    private static final int DAYS = 14;

    private Comeback() {}

    /** A paused member on a morning that would have brought somebody: only they are welcomed back. */
    static Member away(Member member, LocalDate until) {
        return member.with(member.progress().backOn(Optional.of(until)));
    }

    /** A member on the morning of a day: who has not been nudged since they are back is welcomed on it. */
    static Member awake(Member member, LocalDate day) {
        var progress = member.progress();
        var back = progress.backOn();
        if (back.isEmpty()) {
            return member;
        }
        if (progress.nudgedOn().filter(last -> !last.isBefore(back.get())).isEmpty()) {
            return member.with(progress.backOn(Optional.of(day)));
        }
        return day.isBefore(back.get().plusDays(DAYS)) ? member : member.with(progress.backOn(Optional.empty()));
    }

    static boolean first(Member member, LocalDate day) {
        return member.progress().backOn().equals(Optional.of(day));
    }

    /** How many people are brought on a day: the member's own number, but one on the first. */
    static int cap(Member member, LocalDate day) {
        return first(member, day) ? 1 : member.nudge().cap();
    }

    /** How many of the hellos that wait are brought on a day, so that all have come within the two weeks. */
    static int hellos(Member member, LocalDate day, int waiting) {
        var back = member.progress().backOn();
        if (back.isEmpty() || first(member, day)) {
            return cap(member, day);
        }
        var mornings = LongStream.range(
                        day.toEpochDay(), back.get().plusDays(DAYS).toEpochDay())
                .mapToObj(LocalDate::ofEpochDay)
                .filter(each -> member.nudge().days().contains(each.getDayOfWeek()))
                .count();
        return mornings == 0 ? cap(member, day) : Math.toIntExact(Math.ceilDiv((long) waiting, mornings));
    }
}
