package bot.perennial.core.testing;

import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Duties;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letters;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Paces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All members at once, in memory; the members taken are those that unfinished transactions hold. */
record InMemoryBackstage(Transaction tx, Set<Long> taken) implements Backstage {
    private static final Duration GESTURES_KEPT = Duration.ofHours(24);
    private static final Duration LETTERS_KEPT = Duration.ofDays(35);
    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::at)
            .thenComparingLong(turn -> turn.member().id());

    @Override
    public List<Turn> turns(Optional<Place> after, Instant now, int most) {
        var turns = coming(after, now).limit(most).toList();
        turns.forEach(turn -> taken.add(turn.member().id()));
        return turns;
    }

    @Override
    public Optional<Place> next(Optional<Place> after, Instant now) {
        return coming(after, now).map(Turn::place).findFirst();
    }

    @Override
    public void putOff(Place place, int days, Duration time) {
        var members = new Members(tx);
        members.expecting()
                .filter(entry -> entry.getKey().owner() == place.memberId()
                        && entry.getValue().at().equals(place.at()))
                .map(Map.Entry::getValue)
                .toList()
                .forEach(next -> members.next(
                        place.memberId(),
                        Optional.of(next.day().plusDays(days)),
                        Optional.of(next.at().plus(Duration.ofDays(days)).plus(time))));
    }

    @Override
    public Map<Long, List<Item>> due(Set<Long> members, LocalDate day) {
        refuseTooMany(members);
        var due = new LinkedHashMap<Long, List<Item>>();
        for (var member : members) {
            var items = new Items(tx, member).due(day);
            if (!items.isEmpty()) {
                due.put(member, items);
            }
        }
        return due;
    }

    @Override
    public Set<Long> withNobody(Set<Long> members) {
        refuseTooMany(members);
        return members.stream()
                .filter(member -> tx.all(Key.Kind.PERSON, member, Row.Noted.class)
                        .findAny()
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<Long, Instant> touched(Set<Long> members, Instant since) {
        refuseTooMany(members);
        var touched = new LinkedHashMap<Long, Instant>();
        for (var member : members) {
            new Members(tx)
                    .known(member)
                    .touched()
                    .filter(at -> !at.isBefore(since))
                    .ifPresent(at -> touched.put(member, at));
        }
        return touched;
    }

    @Override
    public void write(List<Draft> letters, List<Turned> turned) {
        for (var draft : letters) {
            new InMemoryLetters(tx, draft.memberId())
                    .planOnce(draft.kind(), draft.dueKey(), draft.due(), draft.items());
        }
        for (var turn : turned) {
            var members = new Members(tx);
            members.save(turn.member().id(), turn.member());
            members.next(turn.member().id(), turn.nextDay(), turn.nextAt());
        }
    }

    @Override
    public Outbox outbox() {
        return new InMemoryOutbox(tx);
    }

    @Override
    public Paces paces() {
        return new InMemoryPaces(tx);
    }

    @Override
    public Duties duties() {
        return new InMemoryDuties(tx);
    }

    @Override
    public int sweep(Instant now) {
        var gestures = tx.everyone(Key.Kind.GESTURE, Row.Told.class)
                .filter(entry -> entry.getValue().at().plus(GESTURES_KEPT).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        var letters = tx.everyone(Key.Kind.LETTER, Row.Posted.class)
                .filter(entry -> settled(entry.getValue().state())
                        && entry.getValue().letter().due().plus(LETTERS_KEPT).isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        gestures.forEach(key -> tx.remove(new Key(Key.Kind.UNDONE, key.owner(), key.id())));
        Stream.concat(gestures.stream(), letters.stream()).forEach(tx::remove);
        return gestures.size() + letters.size();
    }

    @Override
    public Backlog backlog(Instant now) {
        var turns = new Members(tx)
                .expecting()
                .map(entry -> entry.getValue().at())
                .filter(at -> !at.isAfter(now))
                .toList();
        var letters = tx.everyone(Key.Kind.LETTER, Row.Posted.class)
                .map(Map.Entry::getValue)
                .filter(posted -> !settled(posted.state()) && !posted.ready().isAfter(now))
                .map(Row.Posted::ready)
                .toList();
        var oldest = Stream.concat(turns.stream(), letters.stream()).min(Comparator.naturalOrder());
        return new Backlog(turns.size(), letters.size(), oldest);
    }

    @Override
    public Set<String> platforms() {
        return tx.everyone(Key.Kind.MEMBER, Row.Known.class)
                .map(entry -> entry.getValue().account().platform())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Turn> coming(Optional<Place> after, Instant now) {
        return new Members(tx)
                .expecting()
                .filter(entry -> !entry.getValue().at().isAfter(now))
                .filter(entry -> !taken.contains(entry.getKey().owner()))
                .map(entry -> turn(entry.getKey().owner(), entry.getValue()))
                .filter(turn -> after.isEmpty() || comesAfter(turn, after.get()))
                .sorted(ORDER);
    }

    private Turn turn(long member, Row.Next next) {
        return new Turn(new Members(tx).find(member), next.day(), next.at());
    }

    private static boolean comesAfter(Turn turn, Place place) {
        var moments = turn.at().compareTo(place.at());
        return moments > 0 || (moments == 0 && turn.member().id() > place.memberId());
    }

    private static boolean settled(Letters.State state) {
        return switch (state) {
            case PLANNED, CLAIMED, SENDING -> false;
            case SENT, AMBIGUOUS, FAILED, EXPIRED, CANCELLED -> true;
        };
    }

    private static void refuseTooMany(Set<Long> members) {
        if (members.size() > BATCH) {
            throw new IllegalArgumentException(members.size() + " members are more than " + BATCH);
        }
    }
}
