package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Outcome;
import bot.perennial.core.store.Outbox.Page;
import bot.perennial.core.store.Outbox.Settled;
import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the words of letters, outside any transaction and from what is true now; one that has none stops no other. */
final class Words {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final int TRIES = 5;
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Store store;
    private final Composer composer;
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Long, Integer> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > MOST;
        }
    };

    Words(Store store, Composer composer) {
        this.store = store;
        this.composer = composer;
    }

    /**
     * What was found.
     *
     * @param messages by letter id; without those in which there is nothing to say
     * @param damaged letters of which something can't be read, and what becomes of them
     */
    record Found(Map<Long, Message> messages, List<Settled> damaged) {
        boolean isDamaged(Letter letter) {
            return damaged.stream().anyMatch(each -> each.letter().id() == letter.id());
        }
    }

    /** How often a letter could not be composed. */
    int failures() {
        return failures.get();
    }

    Found of(List<Letter> letters, Instant now) {
        var found = new Found(new HashMap<>(), new ArrayList<>());
        find(letters, now, found);
        return found;
    }

    /** By halves, until what can't be read is alone. */
    private void find(List<Letter> letters, Instant now, Found found) {
        if (letters.isEmpty()) {
            return;
        }
        try {
            var messages = new HashMap<Long, Message>();
            var pages = store.<Map<Long, Page>>backstage(
                    backstage -> backstage.outbox().pages(letters));
            for (var letter : letters) {
                var page = pages.get(letter.id());
                if (page != null) {
                    composer.compose(letter, page, now).ifPresent(message -> messages.put(letter.id(), message));
                }
            }
            found.messages().putAll(messages);
        } catch (Store.NotSaved | Store.PerhapsSaved away) { // the database's trouble, not one row's
            throw away;
        } catch (RuntimeException damaged) {
            if (letters.size() == 1) {
                found.damaged().add(new Settled(letters.getFirst(), failed(letters.getFirst(), damaged, now)));
                return;
            }
            find(letters.subList(0, letters.size() / 2), now, found);
            find(letters.subList(letters.size() / 2, letters.size()), now, found);
        }
    }

    /** Tried again soon, but not more than five times; what it was to bring comes with a later nudge. */
    private Outcome failed(Letter letter, RuntimeException damaged, Instant now) {
        failures.incrementAndGet();
        LOG.atError()
                .addKeyValue("letter", letter.id())
                .addKeyValue("cause", damaged.getClass().getName())
                .log("a letter can't be composed");
        if (tries.merge(letter.id(), 1, Integer::sum) < TRIES) {
            return Carriage.again(letter, now.plus(SOON));
        }
        tries.remove(letter.id());
        return letter.firstTriedAt().isPresent() ? new Outcome.Ambiguous() : new Outcome.Failed("damaged");
    }
}
