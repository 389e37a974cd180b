package bot.perennial.core.delivery;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Letters.Written;
import bot.perennial.core.store.Opening;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The postman on a platform that limits how much it takes. */
@Timeout(60)
class PostmanTest implements Courier {
    private static final Line LINE = new Line("test/home", ofMillis(20), ofMillis(20));

    private final InMemoryStore store = new InMemoryStore();
    private final MovableTime time = new MovableTime("2026-03-02T12:00:00Z");
    private final Deque<Delivery> trouble = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private final CountDownLatch knocked = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Long> left = new ArrayList<>();
    private boolean slow;
    private boolean stood;
    private boolean breaking;
    private boolean recognising;
    private boolean off;

    @Test
    void bringsWhatHasATurnSoonAndComesBackForTheRest() {
        write(250);
        assertThat(postman().deliverDue()).isEqualTo(101);
        assertThat(postman().deliverDue()).as("as long as time stands still").isZero();
        time.pass(ofSeconds(2));
        assertThat(postman().deliverDue()).isBetween(50, 101);
        time.pass(ofSeconds(3));
        postman().deliverDue();
        assertThat(received).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void leavesWhatWaitsToOthersWhileItsCourierIsOffDuty() {
        write(3);
        off = true;
        assertThat(postman().deliverDue()).isZero();
        assertThat(states()).containsOnly(State.PLANNED);
        off = false;
        assertThat(postman().deliverDue()).as("at once").isEqualTo(3);
    }

    @Test
    void bringsNothingOnALineThatIsClosed() {
        write(10);
        trouble.add(new Delivery.Limited(ofSeconds(30)));
        postman().deliverDue();
        var brought = received.size();
        assertThat(brought).isLessThan(10);

        write(20);
        time.pass(ofSeconds(20));
        assertThat(postman().deliverDue()).isZero();
        time.pass(ofSeconds(10));
        postman().deliverDue();
        time.pass(ofSeconds(5));
        postman().deliverDue();
        assertThat(received).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void givesBackWhatWaitsWhenItIsStopped() throws InterruptedException {
        slow = true;
        write(100);
        var postman = postman();
        var walking = Thread.ofVirtual().start(postman::deliverDue);
        knocked.await();
        assertThat(postman.deliverDue()).as("while walking already").isZero();
        postman.stop();
        open.countDown();
        walking.join();
        assertThat(received).hasSizeLessThan(30);
        assertThat(states().filter(state -> state == State.PLANNED)).hasSize(100 - received.size());
        assertThat(postman.deliverDue()).as("stopped for good").isZero();

        time.pass(ofSeconds(60));
        postman().deliverDue();
        assertThat(received).hasSize(100).doesNotHaveDuplicates();
    }

    /** What missed its turns while the machine stood still must not leave all at once. */
    @Test
    void keepsItsDistanceAfterAStandstill() {
        write(20);
        var still = new Postman(
                store,
                List.of(this),
                (letter, page, now) -> {
                    standStill();
                    return Optional.of(Message.of(letter.dueKey()));
                },
                time);
        still.deliverDue();
        assertThat(received).hasSize(20);
        assertThat(Duration.ofNanos(left.getLast() - left.getFirst()))
                .isGreaterThan(LINE.usual().multipliedBy(15));
    }

    /** An Error is nobody's outcome: its letter is looked for later, and everyone else gets theirs. */
    @Test
    void bringsTheOthersWhatIsTheirsWhenOneBreaks() {
        write(20);
        breaking = true;
        assertThatThrownBy(() -> postman().deliverDue()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(received).hasSize(19);
        time.pass(ofSeconds(60));
        assertThat(postman().deliverDue()).isZero();
        assertThat(received).hasSize(19).doesNotHaveDuplicates();
        assertThat(states().filter(state -> state == State.AMBIGUOUS)).hasSize(1);
    }

    /** A repeat that has to wait for another message to the same member still counts its two minutes from the first. */
    @Test
    void neverRepeatsWhatThePlatformHasForgotten() {
        recognising = true;
        plan("u", "a");
        trouble.add(new Delivery.Unclear("no answer"));
        postman().deliverDue();
        plan("u", "b");
        time.pass(ofSeconds(6));
        postman().deliverDue();
        time.pass(Duration.ofMinutes(3));
        postman().deliverDue();
        assertThat(received).containsExactly("ub");
        assertThat(list("u"))
                .extracting(Written::key, Written::state)
                .containsExactlyInAnyOrder(tuple("a", State.AMBIGUOUS), tuple("b", State.SENT));
    }

    /** Only once: the first fetch takes long. */
    private void standStill() {
        for (var until = System.nanoTime() + ofSeconds(1).toNanos(); left.isEmpty() && !stood; ) {
            stood = System.nanoTime() > until;
        }
    }

    @Test
    void letsGoOfWhatItHasMarkedWhenItsClaimEnds() {
        write(1);
        var marking = Thread.currentThread(); // others carry: those wake up when the claim has just ended, or just not
        for (var late : List.of(ofSeconds(8), ofSeconds(8).minusMillis(1))) {
            assertThat(received).isEmpty();
            postman(() -> Thread.currentThread().equals(marking)
                            ? time.instant()
                            : time.instant().plus(late))
                    .deliverDue();
            time.pass(ofSeconds(30));
        }
        assertThat(received).hasSize(1);
    }

    private Postman postman() {
        return postman(time);
    }

    private Postman postman(InstantSource time) {
        return new Postman(store, List.of(this), (letter, page, now) -> Optional.of(Message.of(letter.dueKey())), time);
    }

    private void write(int members) {
        IntStream.range(0, members).forEach(number -> plan("u" + number, "k" + number));
    }

    private void plan(String user, String key) {
        var opening = new Opening(account(user), "", Optional.empty(), user + key, time.instant(), List.of());
        store.as(opening, notebook -> {
            notebook.letters().plan(Letter.Kind.PROMISE, key, time.instant(), List.of());
            return new Reply.Done(Message.of("Noted."));
        });
    }

    private Stream<State> states() {
        return IntStream.range(0, 100).boxed().flatMap(number -> list("u" + number).stream()
                .map(Written::state));
    }

    private List<Written> list(String user) {
        return store.look(account(user), notebook -> notebook.letters().latest(Letter.Kind.PROMISE, 9));
    }

    private static Account account(String user) {
        return new Account("test", "home", user);
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean onDuty() {
        return !off;
    }

    @Override
    public boolean recognisesRepeats() {
        return recognising;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.of(new Way(LINE, 1));
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        return new Trace.Hidden();
    }

    @Override
    public Delivery deliver(Account to, Message message, String key) {
        if (slow) {
            knocked.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            left.add(System.nanoTime());
            if (breaking) {
                breaking = false;
                throw new NoClassDefFoundError("gone");
            }
            var next = trouble.isEmpty() ? new Delivery.Sent(key) : trouble.remove();
            if (next instanceof Delivery.Sent) {
                received.add(to.user() + message.text());
            }
            return next;
        }
    }
}
