package bot.perennial.core.testing;

import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All letters on their way, in memory. */
record InMemoryOutbox(Transaction tx) implements Outbox {
    private static final Comparator<Row.Posted> EARLIEST = Comparator.comparing(Row.Posted::ready)
            .thenComparingLong(posted -> posted.letter().id());

    @Override
    public List<Letter> claim(Instant now, Instant leaseEnd, int most, Set<String> except) {
        return posted().filter(posted -> posted.state() == State.PLANNED
                        && !posted.ready().isAfter(now)
                        && !except.contains(posted.letter().to().platform()))
                .sorted(EARLIEST)
                .limit(most)
                .map(posted -> claim(posted, leaseEnd))
                .toList();
    }

    @Override
    public List<Letter> sending(List<Letter> letters, Instant now) {
        var going = new ArrayList<Letter>();
        for (var letter : letters) {
            held(letter)
                    .filter(posted -> posted.state() == State.CLAIMED && leased(posted, now))
                    .ifPresent(posted -> {
                        var first = posted.letter().firstTriedAt().orElse(now);
                        put(new Row.Posted(
                                with(posted.letter(), posted.letter().attempts() + 1, Optional.of(first)),
                                State.SENDING,
                                posted.ready(),
                                posted.leaseEnd(),
                                ""));
                        going.add(with(posted.letter(), posted.letter().attempts(), Optional.of(first)));
                    });
        }
        return going;
    }

    @Override
    public void settle(List<Settled> settled, Instant now) {
        for (var each : settled) {
            held(each.letter()).ifPresent(posted -> settle(posted, each.outcome(), now));
        }
    }

    @Override
    public int recover(Instant now) {
        var ended = posted().filter(posted -> posted.leaseEnd().isPresent() && !leased(posted, now))
                .toList();
        ended.forEach(posted -> put(posted.now(State.PLANNED, "")));
        return (int)
                ended.stream().filter(posted -> posted.state() == State.SENDING).count();
    }

    @Override
    public Map<Long, Page> pages(List<Letter> letters) {
        var pages = new LinkedHashMap<Long, Page>();
        for (var letter : letters) {
            var matters = new Items(tx, letter.memberId()).matters(letter.items());
            pages.put(letter.id(), new Page(new Members(tx).find(letter.memberId()), matters, inTouch(letter)));
        }
        return pages;
    }

    private int inTouch(Letter letter) {
        return letter.kind() == Letter.Kind.MONDAY
                ? new Items(tx, letter.memberId()).inTouch(LocalDate.parse(letter.dueKey()))
                : 0;
    }

    private Letter claim(Row.Posted posted, Instant leaseEnd) {
        var old = posted.letter();
        var letter = new Letter(
                old.id(),
                old.memberId(),
                old.to(),
                new Members(tx).known(old.memberId()).channel(),
                old.kind(),
                old.dueKey(),
                old.due(),
                old.items(),
                old.attempts(),
                old.firstTriedAt(),
                old.fence() + 1);
        put(new Row.Posted(letter, State.CLAIMED, posted.ready(), Optional.of(leaseEnd), ""));
        return letter;
    }

    private void settle(Row.Posted posted, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Sent(String reference, Optional<String> channel) -> {
                put(posted.now(State.SENT, reference));
                reachable(posted, Optional.empty());
                channel.ifPresent(told -> {
                    var members = new Members(tx);
                    var id = posted.letter().memberId();
                    members.save(id, members.known(id).channel(told));
                });
            }
            case Outcome.Postponed(Instant until) ->
                put(new Row.Posted(untried(posted.letter()), State.PLANNED, until, Optional.empty(), ""));
            case Outcome.Repeated(Instant until) ->
                put(new Row.Posted(posted.letter(), State.PLANNED, until, Optional.empty(), ""));
            case Outcome.Ambiguous() -> put(posted.now(State.AMBIGUOUS, ""));
            case Outcome.Unreachable(String why) -> {
                put(posted.now(State.FAILED, why));
                reachable(posted, Optional.of(now));
            }
            case Outcome.Failed(String why) -> put(posted.now(State.FAILED, why));
            case Outcome.Expired() -> put(posted.now(State.EXPIRED, ""));
            case Outcome.Cancelled() -> put(posted.now(State.CANCELLED, ""));
        }
    }

    /** Marks whether a member can be reached; the first time they could not is kept. */
    private void reachable(Row.Posted posted, Optional<Instant> refused) {
        var members = new Members(tx);
        var known = members.known(posted.letter().memberId());
        var since = refused.map(at -> known.unreachable().orElse(at));
        members.save(posted.letter().memberId(), known.unreachable(since));
        if (since.isPresent() && known.unreachable().isEmpty()) {
            var member = members.find(posted.letter().memberId());
            members.save(
                    posted.letter().memberId(), member.with(member.progress().toldUnreachable(false)));
        }
    }

    private Optional<Row.Posted> held(Letter letter) {
        return tx.find(key(letter), Row.Posted.class)
                .filter(posted -> posted.letter().fence() == letter.fence())
                .filter(posted -> posted.state() == State.CLAIMED || posted.state() == State.SENDING);
    }

    private static boolean leased(Row.Posted posted, Instant now) {
        return posted.leaseEnd().filter(now::isBefore).isPresent();
    }

    private Stream<Row.Posted> posted() {
        return tx.everyone(Key.Kind.LETTER, Row.Posted.class).map(Map.Entry::getValue);
    }

    private void put(Row.Posted posted) {
        tx.put(key(posted.letter()), posted);
    }

    private static Key key(Letter letter) {
        return new Key(Key.Kind.LETTER, letter.memberId(), letter.id());
    }

    private static Letter untried(Letter letter) {
        return with(letter, letter.attempts(), Optional.empty());
    }

    private static Letter with(Letter letter, int attempts, Optional<Instant> firstTriedAt) {
        return new Letter(
                letter.id(),
                letter.memberId(),
                letter.to(),
                letter.channel(),
                letter.kind(),
                letter.dueKey(),
                letter.due(),
                letter.items(),
                attempts,
                firstTriedAt,
                letter.fence());
    }
}
