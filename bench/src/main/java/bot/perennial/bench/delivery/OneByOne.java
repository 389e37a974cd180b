package bot.perennial.bench.delivery;

import bot.perennial.core.delivery.Composer;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.message.Message;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The plain way: each thread takes a letter in one transaction, sends it, and marks it in another. */
record OneByOne(Store store, Courier courier, Composer composer) {
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** A letter that was taken, and what it says. */
    private record Taken(Letter letter, Message message) {}

    /** Answers how many were sent. */
    int run(int threads) throws Exception {
        var sent = new AtomicInteger();
        try (var crew = Executors.newFixedThreadPool(threads)) {
            var loops = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(thread -> () -> {
                        for (var taken = take(); taken.isPresent(); taken = take()) {
                            bring(taken.get());
                            sent.incrementAndGet();
                        }
                        return thread;
                    })
                    .toList();
            for (var loop : crew.invokeAll(loops)) {
                loop.get();
            }
        }
        return sent.get();
    }

    private Optional<Taken> take() {
        var now = Instant.now();
        return store.<Optional<Taken>>backstage(backstage -> {
            var outbox = backstage.outbox();
            var letters = outbox.sending(outbox.claim(now, now.plus(LEASE), 1), now);
            return letters.stream().findFirst().flatMap(letter -> words(outbox, letter, now)
                    .map(message -> new Taken(letter, message)));
        });
    }

    private Optional<Message> words(Outbox outbox, Letter letter, Instant now) {
        return Optional.ofNullable(outbox.pages(List.of(letter)).get(letter.id()))
                .flatMap(page -> composer.compose(letter, page, now));
    }

    private void bring(Taken taken) {
        var letter = taken.letter();
        var delivery = courier.deliver(letter.to(), taken.message(), letter.key());
        var outcome = delivery instanceof Delivery.Sent(String reference)
                ? new Outcome.Sent(reference, Optional.empty())
                : new Outcome.Ambiguous();
        var settled = new ArrayList<Settled>();
        settled.add(new Settled(letter, outcome));
        store.backstage(backstage -> {
            backstage.outbox().settle(settled, Instant.now());
            return settled.size();
        });
    }
}
