package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.store.Backstage;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the letters that are due: marked as being sent, and committed, before each call; never sent twice. */
public final class Postman {
    /** A letter later than this is folded into the next nudge. */
    public static final Duration TOO_LATE = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);
    private static final int IN_FLIGHT = 50;

    private final Store store;
    private final Carriage carriage;
    private final Composer composer;
    private final InstantSource time;

    public Postman(Store store, List<Courier> couriers, Composer composer, InstantSource time) {
        this.store = store;
        this.carriage = new Carriage(couriers, time);
        this.composer = composer;
        this.time = time;
    }

    /** Makes one round, until nothing is due; answers how many letters arrived. No transaction is open meanwhile. */
    public int deliverDue() {
        var abandoned = store.<Integer>backstage(backstage -> backstage.outbox().recover(time.instant()));
        if (abandoned > 0) {
            LOG.atWarn().addKeyValue("letters", abandoned).log("abandoned");
        }
        var sent = 0;
        while (true) {
            var now = time.instant();
            var claimed = store.<List<Letter>>backstage(
                    backstage -> backstage.outbox().claim(now, now.plus(LEASE), Backstage.BATCH));
            var claimEnds = now.plus(LEASE).minus(LONGEST_CALL);
            for (var from = 0; from < claimed.size(); from += IN_FLIGHT) {
                sent += deliver(claimed.subList(from, Math.min(claimed.size(), from + IN_FLIGHT)), claimEnds);
            }
            if (claimed.size() < Backstage.BATCH) {
                return sent;
            }
        }
    }

    private int deliver(List<Letter> letters, Instant claimEnds) {
        var now = time.instant();
        var pages = store.<Map<Long, Outbox.Page>>backstage(
                backstage -> backstage.outbox().pages(letters));
        var settled = new ArrayList<Settled>();
        var lost = new ArrayList<Letter>();
        var ready = new ArrayList<Letter>();
        var words = new HashMap<Long, Message>();
        var members = new HashSet<Long>();
        for (var letter : letters) {
            var kept = carriage.kept(letter, now);
            if (kept.isPresent()) {
                settled.add(new Settled(letter, kept.get()));
            } else if (carriage.lost(letter, now)) {
                lost.add(letter);
            } else if (!members.add(letter.memberId())) {
                settled.add(new Settled(letter, carriage.next(letter, now)));
            } else {
                Optional.ofNullable(pages.get(letter.id()))
                        .flatMap(page -> composer.compose(letter, page, now))
                        .ifPresentOrElse(
                                message -> {
                                    words.put(letter.id(), message);
                                    ready.add(letter);
                                },
                                () -> settled.add(new Settled(letter, carriage.silent(letter))));
            }
        }
        settled.addAll(atOnce(lost, letter -> carriage.trace(letter, now)));
        var sending = ready.isEmpty()
                ? List.<Letter>of()
                : store.<List<Letter>>backstage(backstage -> backstage.outbox().sending(ready, now));
        settled.addAll(atOnce(
                sending, letter -> carriage.send(letter, Optional.ofNullable(words.get(letter.id())), now, claimEnds)));
        settle(settled);
        return count(settled, Outcome.Sent.class);
    }

    private void settle(List<Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        store.backstage(backstage -> {
            backstage.outbox().settle(settled, time.instant());
            return settled.size();
        });
        var ambiguous = count(settled, Outcome.Ambiguous.class);
        if (ambiguous > 0) {
            LOG.atWarn().addKeyValue("letters", ambiguous).log("ambiguous");
        }
    }

    private static List<Settled> atOnce(List<Letter> letters, Function<Letter, Outcome> call) {
        if (letters.isEmpty()) {
            return List.of();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = letters.stream()
                    .map(letter ->
                            CompletableFuture.supplyAsync(() -> new Settled(letter, call.apply(letter)), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    private static int count(List<Settled> settled, Class<? extends Outcome> kind) {
        return (int)
                settled.stream().filter(each -> kind.isInstance(each.outcome())).count();
    }
}
