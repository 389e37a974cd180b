package bot.perennial.core.nudge;

import bot.perennial.core.people.Member;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Backstage.Draft;
import bot.perennial.core.store.Backstage.Place;
import bot.perennial.core.store.Backstage.Turn;
import bot.perennial.core.store.Backstage.Turned;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the nudges of every member whose moment has come, in batches; safe to run twice, late, or on many machines. */
public final class NudgeRound {
    private static final Duration MEMORY = Duration.ofDays(40);
    private static final Duration LATELY = Duration.ofDays(4);
    private static final int AHEAD_DAYS = 60;

    private final Store store;
    private final InstantSource time;
    private final Patience patience = new Patience();

    public NudgeRound(Store store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Makes passes until nobody's moment has come; answers how many turns there were. */
    public int run() {
        var now = time.instant();
        var total = 0;
        for (var turns = pass(now); turns > 0; turns = pass(now)) {
            total += turns;
        }
        return total;
    }

    /** How often a member could not be planned. */
    public int damaged() {
        return patience.failures();
    }

    private int pass(Instant now) {
        var total = 0;
        var after = Optional.<Place>empty();
        var most = Backstage.BATCH;
        while (true) {
            var from = after;
            var size = most;
            var turns = attempt(() -> store.<List<Turn>>backstage(backstage -> batch(backstage, from, now, size)));
            if (turns.isEmpty()) { // by halves, until the one that can't be planned is alone
                after = size == 1 ? aside(from, now) : from;
                most = Math.max(1, size / 2);
                continue;
            }
            total += turns.get().size();
            if (turns.get().size() < size) {
                return total;
            }
            after = Optional.of(turns.get().getLast().place());
            most = Math.min(Backstage.BATCH, size * 2);
        }
    }

    private static <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Store.NotSaved | Store.PerhapsSaved away) { // the database's trouble, not one row's
            throw away;
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** Puts off the next member, if it is they who can't be planned; answers where to go on. */
    private Optional<Place> aside(Optional<Place> after, Instant now) {
        var place = store.<Optional<Place>>backstage(backstage -> backstage.next(after, now));
        place.ifPresent(each -> patience.tried(each, time.instant(), store));
        return place.isEmpty() ? after : place;
    }

    private static List<Turn> batch(Backstage backstage, Optional<Place> after, Instant now, int most) {
        var turns = backstage.turns(after, now, most);
        if (turns.isEmpty()) {
            return turns;
        }
        var due = due(backstage, turns);
        var nobody = backstage.withNobody(turns.stream()
                .map(turn -> turn.member().id())
                .filter(id -> !due.containsKey(id))
                .collect(Collectors.toSet()));
        var touched = touched(backstage, turns, now);
        var letters = new ArrayList<Draft>();
        var turned = new ArrayList<Turned>();
        for (var turn : turns) {
            var id = turn.member().id();
            var notes = new NudgePlan.Notes(
                    due.getOrDefault(id, List.of()), nobody.contains(id), Optional.ofNullable(touched.get(id)));
            var planned = NudgePlan.of(turn, notes, now);
            planned.letter().ifPresent(letters::add);
            turned.add(planned.turned());
        }
        backstage.write(withComing(backstage, letters), turned);
        return turns;
    }

    /**
     * Only of those whom it matters of, and only since then. Those of the last days are asked about apart, so that one
     * who comes back after weeks does not have weeks looked through for everybody.
     */
    private static Map<Long, Instant> touched(Backstage backstage, List<Turn> turns, Instant now) {
        var touched = new HashMap<Long, Instant>();
        turns.stream()
                .flatMap(turn -> Expected.of(turn.member(), now.minus(MEMORY)).stream())
                .collect(Collectors.partitioningBy(expected -> expected.since().isAfter(now.minus(LATELY))))
                .values()
                .forEach(some -> some.stream()
                        .map(Expected::since)
                        .min(Comparator.naturalOrder())
                        .ifPresent(first -> touched.putAll(backstage.touched(
                                some.stream().map(Expected::memberId).collect(Collectors.toSet()), first))));
        return touched;
    }

    /** A member of whom it matters whether they did something, and since when. */
    private record Expected(long memberId, Instant since) {
        static Optional<Expected> of(Member member, Instant earliest) {
            return Stream.of(member.progress().nudgedAt(), member.unreachableSince())
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .map(since -> new Expected(member.id(), since.isBefore(earliest) ? earliest : since));
        }
    }

    /** A note that nobody is due says who is next; only members who asked for such notes are read once more. */
    private static List<Draft> withComing(Backstage backstage, List<Draft> letters) {
        var quiet = letters.stream()
                .filter(letter -> letter.kind() == Letter.Kind.MONDAY)
                .collect(Collectors.groupingBy(
                        letter -> LocalDate.parse(letter.dueKey()),
                        Collectors.mapping(Draft::memberId, Collectors.toSet())));
        var coming = new HashMap<Long, Item>();
        quiet.forEach((day, members) -> backstage
                .due(members, day.plusDays(AHEAD_DAYS))
                .forEach((member, items) -> items.stream()
                        .min(Comparator.comparing(Item::on))
                        .ifPresent(next -> coming.put(member, next))));
        return letters.stream()
                .map(letter -> letter.kind() == Letter.Kind.MONDAY && coming.containsKey(letter.memberId())
                        ? letter.with(List.of(coming.get(letter.memberId())))
                        : letter)
                .toList();
    }

    /** One query per local date, of which there are at most three on Earth at once: a date from the row reads every row. */
    private static Map<Long, List<Item>> due(Backstage backstage, List<Turn> turns) {
        var due = new HashMap<Long, List<Item>>();
        turns.stream()
                .collect(Collectors.groupingBy(
                        Turn::day, Collectors.mapping(turn -> turn.member().id(), Collectors.toSet())))
                .forEach((day, members) -> due.putAll(backstage.due(members, day)));
        return due;
    }
}
