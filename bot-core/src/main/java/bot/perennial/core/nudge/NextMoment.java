package bot.perennial.core.nudge;

import bot.perennial.core.calendar.LocalMoment;
import bot.perennial.core.people.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** When a member is nudged next, wherever they are by then. */
public final class NextMoment {
    /** So much time lies between two nudges, whatever the local dates say. */
    static final Duration APART = Duration.ofHours(18);

    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private NextMoment() {}

    /**
     * For somebody who has just come to another zone: where their hour has passed already today, and today's nudge has not
     * been, it comes now; else whoever travels on each morning would wait for days.
     */
    public static LocalMoment arrived(Member member, Instant now) {
        var settings = member.nudge();
        var today = now.atZone(member.zone()).toLocalDate();
        var missed = LocalMoment.at(today, settings.time(), member.zone())
                .filter(hour -> !hour.isAfter(now) && settings.days().contains(today.getDayOfWeek()))
                .isPresent();
        return (missed ? later(member, today, now) : Optional.<LocalMoment>empty())
                .orElseGet(() -> LocalMoment.next(now, settings.days(), settings.time(), member.zone()));
    }

    /** Later on the same date, when the last nudge is long enough ago; empty when that is not before the evening. */
    static Optional<LocalMoment> later(Member member, LocalDate day, Instant earliest) {
        var progress = member.progress();
        if (progress.nudgedOn().filter(day::isAfter).isEmpty()) {
            return Optional.empty();
        }
        return progress.nudgedAt()
                .map(at -> at.plus(APART))
                .map(at -> at.isAfter(earliest) ? at : earliest)
                .filter(at ->
                        at.isBefore(day.atTime(EVENING).atZone(member.zone()).toInstant()))
                .map(at -> new LocalMoment(day, at));
    }
}
