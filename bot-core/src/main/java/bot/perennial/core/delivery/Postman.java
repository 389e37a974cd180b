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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the letters that are due: marked as being sent, and committed, before each call; never sent twice. */
public final class Postman {
    /** A letter later than this is folded into the next nudge. */
    public static final Duration TOO_LATE = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration REPEATABLE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 50;
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Store store;
    private final Map<String, Courier> couriers;
    private final Composer composer;
    private final InstantSource time;

    public Postman(Store store, List<Courier> couriers, Composer composer, InstantSource time) {
        this.store = store;
        this.couriers = couriers.stream().collect(Collectors.toUnmodifiableMap(Courier::platform, Function.identity()));
        this.composer = composer;
        this.time = time;
    }

    /** Makes one round, until nothing is due; answers how many letters arrived. No transaction is open meanwhile. */
    public int deliverDue() {
        var ambiguous = store.<Integer>backstage(backstage -> backstage.outbox().recover(time.instant()));
        if (ambiguous > 0) {
            LOG.atWarn().addKeyValue("letters", ambiguous).log("ambiguous");
        }
        var sent = 0;
        while (true) {
            var now = time.instant();
            var claimed = store.<List<Letter>>backstage(
                    backstage -> backstage.outbox().claim(now, now.plus(LEASE), Backstage.BATCH));
            for (var from = 0; from < claimed.size(); from += IN_FLIGHT) {
                sent += deliver(claimed.subList(from, Math.min(claimed.size(), from + IN_FLIGHT)), now);
            }
            if (claimed.size() < Backstage.BATCH) {
                return sent;
            }
        }
    }

    private int deliver(List<Letter> letters, Instant now) {
        var pages = store.<Map<Long, Outbox.Page>>backstage(
                backstage -> backstage.outbox().pages(letters));
        var settled = new ArrayList<Settled>();
        var ready = new ArrayList<Letter>();
        var words = new HashMap<Long, Message>();
        var members = new HashSet<Long>();
        for (var letter : letters) {
            var unsent = unsent(letter, members, now);
            var message = unsent.isPresent()
                    ? Optional.<Message>empty()
                    : Optional.ofNullable(pages.get(letter.id())).flatMap(page -> composer.compose(letter, page, now));
            if (message.isPresent()) {
                words.put(letter.id(), message.get());
                ready.add(letter);
            } else {
                settled.add(new Settled(letter, unsent.orElseGet(Outcome.Cancelled::new)));
            }
        }
        var sending = ready.isEmpty()
                ? List.<Letter>of()
                : store.<List<Letter>>backstage(backstage -> backstage.outbox().sending(ready, now));
        settled.addAll(send(sending, words, now));
        if (!settled.isEmpty()) {
            store.backstage(backstage -> {
                backstage.outbox().settle(settled, time.instant());
                return settled.size();
            });
        }
        return (int) settled.stream()
                .filter(each -> each.outcome() instanceof Outcome.Sent)
                .count();
    }

    /** What becomes of a letter that is not to be sent now. */
    private Optional<Outcome> unsent(Letter letter, Set<Long> members, Instant now) {
        if (Duration.between(letter.due(), now).compareTo(TOO_LATE) >= 0 && letter.kind() != Letter.Kind.WELCOME) {
            return Optional.of(new Outcome.Expired());
        }
        if (!repeatable(letter, now)) {
            return Optional.of(new Outcome.Ambiguous());
        }
        if (!couriers.containsKey(letter.to().platform())) {
            return Optional.of(new Outcome.Postponed(now.plus(Duration.ofMinutes(10))));
        }
        return members.add(letter.memberId()) ? Optional.empty() : Optional.of(new Outcome.Postponed(now.plus(SOON)));
    }

    private List<Settled> send(List<Letter> letters, Map<Long, Message> words, Instant now) {
        if (letters.isEmpty()) {
            return List.of();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = letters.stream()
                    .map(letter -> CompletableFuture.supplyAsync(
                            () -> new Settled(letter, outcome(letter, words, now)), threads))
                    .toList();
            return sends.stream().map(CompletableFuture::join).toList();
        }
    }

    private Outcome outcome(Letter letter, Map<Long, Message> words, Instant now) {
        var courier = couriers.get(letter.to().platform());
        var message = words.get(letter.id());
        if (courier == null || message == null) {
            return new Outcome.Cancelled();
        }
        try {
            return outcome(letter, courier, courier.deliver(letter.to(), message, letter.key()), now);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("cause", e.getClass().getName()).log("courier broken");
            return new Outcome.Ambiguous();
        }
    }

    private static Outcome outcome(Letter letter, Courier courier, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Sent(String reference) -> new Outcome.Sent(reference);
            case Delivery.Later(Duration pause, String why) -> later(letter, pause, why, now);
            case Delivery.Unclear(String why)
            when courier.recognisesRepeats() && repeatable(letter, now.plus(SOON)) ->
                new Outcome.Repeated(now.plus(SOON));
            case Delivery.Unclear(String why) -> new Outcome.Ambiguous(); // a second nudge is worse than none
            case Delivery.Hopeless(String why) -> new Outcome.Unreachable(why);
        };
    }

    /** However often; but what an earlier attempt may have brought is not brought again when repeats would show. */
    private static Outcome later(Letter letter, Duration pause, String why, Instant now) {
        var again = now.plus(pause);
        if (!letter.firstTriedAt().orElse(now).equals(now)) {
            return repeatable(letter, again) ? new Outcome.Repeated(again) : new Outcome.Ambiguous();
        }
        var hopeful = Duration.between(letter.due(), now).compareTo(PATIENCE) < 0;
        return hopeful ? new Outcome.Postponed(again) : new Outcome.Failed(why);
    }

    private static boolean repeatable(Letter letter, Instant again) {
        return Duration.between(letter.firstTriedAt().orElse(again), again).compareTo(REPEATABLE) < 0;
    }
}
