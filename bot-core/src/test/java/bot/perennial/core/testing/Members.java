package bot.perennial.core.testing;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Member;
import bot.perennial.core.people.NudgeSettings;
import bot.perennial.core.people.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Members, put together from their rows. */
record Members(Transaction tx) {
    private static final ZoneId ASSUMED = ZoneId.of("UTC");
    private static final Row.Settings UNCHOSEN = new Row.Settings(Optional.empty(), NudgeSettings.OFF);

    Optional<Long> idOf(Account account) {
        return tx.everyone(Key.Kind.MEMBER, Row.Known.class)
                .filter(entry -> entry.getValue().account().equals(account))
                .map(entry -> entry.getKey().owner())
                .findFirst();
    }

    /** The id of an account, with what its platform just said about it. */
    long meet(Account account, String name, Optional<ZoneId> hint) {
        var id = idOf(account).orElseGet(() -> tx.next(Key.Kind.MEMBER));
        var known = tx.find(key(Key.Kind.MEMBER, id), Row.Known.class)
                .orElse(new Row.Known(
                        account, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        tx.put(key(Key.Kind.MEMBER, id), known.told(name, hint));
        return id;
    }

    Row.Known known(long id) {
        return tx.find(key(Key.Kind.MEMBER, id), Row.Known.class).orElseThrow();
    }

    void save(long id, Row.Known known) {
        tx.put(key(Key.Kind.MEMBER, id), known);
    }

    Member find(long id) {
        var known = known(id);
        var settings = settings(id);
        var zone = settings.confirmed().or(known::hint);
        return new Member(
                id,
                known.account(),
                known.name(),
                zone.orElse(ASSUMED),
                zone.isPresent(),
                settings.nudge(),
                tx.find(key(Key.Kind.PROGRESS, id), Row.Steps.class)
                        .map(Row.Steps::progress)
                        .orElse(Progress.NEW),
                known.unreachable());
    }

    /** Stores a member's settings and progress; their zone only when it is another than the one they were shown with. */
    void save(long id, Member member) {
        var shown = find(id);
        var confirms = member.zoneKnown() && !(shown.zoneKnown() && shown.zone().equals(member.zone()));
        var confirmed = confirms ? Optional.of(member.zone()) : settings(id).confirmed();
        tx.put(key(Key.Kind.SETTINGS, id), new Row.Settings(confirmed, member.nudge()));
        tx.put(key(Key.Kind.PROGRESS, id), new Row.Steps(member.progress()));
    }

    void next(long id, Optional<LocalDate> day, Optional<Instant> at) {
        if (day.isPresent() != at.isPresent()) {
            throw new IllegalArgumentException("A nudge has both a day and a moment, or neither");
        }
        day.ifPresentOrElse(
                date -> tx.put(key(Key.Kind.NEXT, id), new Row.Next(date, at.orElseThrow())),
                () -> tx.remove(key(Key.Kind.NEXT, id)));
    }

    /** Everyone with a nudge to come. */
    Stream<Map.Entry<Key, Row.Next>> expecting() {
        return tx.everyone(Key.Kind.NEXT, Row.Next.class);
    }

    private Row.Settings settings(long id) {
        return tx.find(key(Key.Kind.SETTINGS, id), Row.Settings.class).orElse(UNCHOSEN);
    }

    private static Key key(Key.Kind kind, long id) {
        return new Key(kind, id, 0);
    }
}
