package bot.perennial.core.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Someone who keeps a notebook with the bot.
 *
 * @param id zero until something of theirs is stored
 * @param name what to call them; empty when unknown
 * @param zoneKnown whether the zone was confirmed, or came from a profile, rather than assumed
 * @param unreachableSince when the platform first refused a message to them; cleared by the first that arrives
 */
public record Member(
        long id,
        Account account,
        String name,
        ZoneId zone,
        boolean zoneKnown,
        NudgeSettings nudge,
        Progress progress,
        Optional<Instant> unreachableSince) {

    public LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public Member in(ZoneId confirmed) {
        return new Member(id, account, name, confirmed, true, nudge, progress, unreachableSince);
    }

    public Member with(NudgeSettings changed) {
        return new Member(id, account, name, zone, zoneKnown, changed, progress, unreachableSince);
    }

    public Member with(Progress changed) {
        return new Member(id, account, name, zone, zoneKnown, nudge, changed, unreachableSince);
    }
}
