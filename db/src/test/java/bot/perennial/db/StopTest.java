package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Courier;
import bot.perennial.core.delivery.Delivery;
import bot.perennial.core.delivery.Line;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.delivery.Trace;
import bot.perennial.core.delivery.Way;
import bot.perennial.core.message.Message;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import bot.perennial.db.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F32: a stop in the middle of a wave of nudges. */
@Timeout(60)
class StopTest implements Courier {
    private static final int MEMBERS = 90;
    private static final Duration APART = Duration.ofMillis(20);

    private final List<String> received = new ArrayList<>();
    private final CountDownLatch underWay = new CountDownLatch(3);

    @Test
    void givesBackWhatHasNotLeftAndLosesNothing() throws Exception {
        var schema = TestDatabases.embedded(StopTest.class);
        try (var database = TestStore.open(schema)) {
            var crowd = new Crowd(schema, MEMBERS);
            var store = database.store(Sealer.of(Sealer.generate()));
            new NudgeRound(store, () -> Crowd.NOON).run();
            var postman = postman(store, Crowd.NOON);
            var walking = Thread.ofVirtual().start(postman::deliverDue);
            underWay.await();
            postman.stop();
            walking.join();
            assertThat(received).hasSizeLessThan(MEMBERS / 2);
            assertThat(crowd.count("letter where state = 'PLANNED'")).isEqualTo(MEMBERS - received.size());
            assertThat(crowd.count("letter where state = 'SENT'")).isEqualTo(received.size());

            postman(store, Crowd.NOON.plusSeconds(60)).deliverDue();
            assertThat(received).hasSize(MEMBERS).doesNotHaveDuplicates();
        }
    }

    private Postman postman(Store store, Instant now) {
        return new Postman(
                store, List.of(this), (letter, page, moment) -> Optional.of(Message.of("Hello.")), () -> now);
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.of(new Way(new Line("test/T1", APART, APART), 1));
    }

    @Override
    public synchronized Delivery deliver(Account to, Message message, String key) {
        received.add(to.user());
        underWay.countDown();
        return new Delivery.Sent(key);
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }
}
