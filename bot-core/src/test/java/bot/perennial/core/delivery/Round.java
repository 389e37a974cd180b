package bot.perennial.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.delivery.Flight.Landed;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Opening;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of two postmen with one letter, on a platform that keeps what it took; what happens next is chosen. */
final class Round implements Courier {
    private static final int ACTS = 9;
    private static final int DEATHS = 1;
    private static final int WAITS = 1;
    /** Discord says "a few minutes" of how long it knows a nonce. */
    private static final Duration KNOWN = Duration.ofMinutes(3);
    /** Before claims end, after leases end, after repeats are forgotten. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(9), Duration.ofSeconds(21), Duration.ofSeconds(121));
    /** As long as a call takes at most. */
    private static final Duration CALL = Duration.ofSeconds(12);

    private static final Account SAM = new Account("test", "home", "sam");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final InMemoryStore store = new InMemoryStore();
    private final MovableTime time = new MovableTime("2026-03-02T12:00:00Z");
    private final Choices choices;
    private final boolean recognising;
    private final List<Instant> taken = new ArrayList<>();
    private final List<Walker> walkers = new ArrayList<>();
    private int acts = ACTS;
    private int deaths = DEATHS;
    private int waits = WAITS;
    private boolean calm;

    Round(Choices choices, boolean recognising) {
        this.choices = choices;
        this.recognising = recognising;
        var opening = new Opening(SAM, "", Optional.empty(), "g", time.instant(), List.of());
        store.as(opening, notebook -> {
            var ana = notebook.people().add("Ana", Optional.empty(), false, MONDAY);
            notebook.promises().add(ana.id(), MONDAY, Promise.Kind.SHARE, Optional.of("it"), MONDAY);
            notebook.letters().plan(Letter.Kind.PROMISE, "key", time.instant(), notebook.due(MONDAY));
            return new Reply.Done(Message.of("Noted."));
        });
        walkers.add(new Walker());
        walkers.add(new Walker());
    }

    void play() {
        while (acts > 0) {
            act(List.of(0, 1));
        }
        calm = true;
        if (choices.of(2) == 0) { // or else both die here
            for (var walker : walkers) {
                walker.finish();
            }
        }
        for (var round = 0; round < 20 && !settled(); round++) {
            time.pass(Duration.ofSeconds(30));
            var healthy = new Walker();
            healthy.step();
            healthy.finish();
        }
        var state = state();
        assertThat(state).as("where it ended in %s", choices).isIn(State.SENT, State.AMBIGUOUS);
        if (recognising) {
            assertThat(taken).as("messages in %s", choices).hasSize(1);
        }
        if (state == State.SENT) {
            assertThat(taken).as("messages said to have arrived in %s", choices).hasSize(1);
        }
        assertThat(store.<List<Item>>look(SAM, notebook -> notebook.due(MONDAY)))
                .as("items still to be brought in %s", choices)
                .hasSize(1)
                .first()
                .isInstanceOf(Item.Kept.class);
    }

    /** One of them does one thing, or dies and comes back, or time passes. */
    private void act(List<Integer> awake) {
        choices.cameTo(this + " " + awake);
        acts--;
        var dying = deaths > 0
                ? awake.stream().filter(each -> walkers.get(each).begun()).toList()
                : List.<Integer>of();
        var pausing = waits > 0 ? PAUSES.size() : 0;
        var chosen = choices.of(awake.size() + dying.size() + pausing);
        if (chosen < awake.size()) {
            walkers.get(awake.get(chosen)).step();
        } else if (chosen < awake.size() + dying.size()) {
            deaths--;
            walkers.set(dying.get(chosen - awake.size()), new Walker());
        } else {
            waits--;
            time.pass(PAUSES.get(chosen - awake.size() - dying.size()));
        }
    }

    /** What the other does while a call lasts. */
    private void meanwhile() {
        var other = walkers.get(0).calling() ? 1 : 0;
        if (walkers.get(other).calling() || calm) {
            return;
        }
        var end = time.instant().plus(CALL);
        while (acts > 0 && choices.of(2) == 1) {
            act(List.of(other));
            if (time.instant().isAfter(end)) {
                time.moveTo(end);
            }
        }
    }

    private boolean settled() {
        return switch (state()) {
            case PLANNED, CLAIMED, SENDING -> false;
            case SENT, AMBIGUOUS, FAILED, EXPIRED, CANCELLED -> true;
        };
    }

    private State state() {
        return store.look(SAM, notebook -> notebook.letters()
                .latest(Letter.Kind.PROMISE, 1)
                .getFirst()
                .state());
    }

    @Override
    public String platform() {
        return "test";
    }

    @Override
    public boolean recognisesRepeats() {
        return recognising;
    }

    @Override
    public Optional<Way> way(Account to) {
        return Optional.empty();
    }

    @Override
    public Delivery deliver(Account to, Message message, String key) {
        meanwhile();
        var outcome = calm ? 0 : choices.of(3);
        if (outcome == 2) {
            return new Delivery.Later(Duration.ofSeconds(5), "not now");
        }
        var known = recognising
                && taken.stream()
                        .anyMatch(at -> Duration.between(at, time.instant()).compareTo(KNOWN) < 0);
        if (!known) {
            taken.add(time.instant());
        }
        assertThat(taken).as("messages in %s", choices).hasSize(1);
        return outcome == 0 ? new Delivery.Sent(key) : new Delivery.Unclear("no answer");
    }

    @Override
    public Trace trace(Account to, String key, Instant since) {
        if (!recognising) {
            return new Trace.Hidden();
        }
        return taken.isEmpty() ? new Trace.Missing() : new Trace.Found(key);
    }

    @Override
    public String toString() {
        return "%s %s %s %s %d %d %d %s"
                .formatted(store.snapshot(), time.instant(), taken, walkers, acts, deaths, waits, calm);
    }

    /** A postman who does one thing at a time. */
    private final class Walker {
        private static final List<String> STEPS = List.of("recover", "fetch", "mark", "fly", "account");
        private final PostOffice office = new PostOffice(
                store,
                new Carriage(List.of(Round.this), time),
                new Words(store, (letter, page, now) -> Optional.of(Message.of(letter.dueKey()))),
                time);
        private int next;
        private Optional<Instant> calling = Optional.empty();
        private List<Flight> flights = List.of();
        private List<Landed> landed = List.of();

        boolean begun() {
            return next > 0;
        }

        boolean calling() {
            return calling.isPresent();
        }

        void finish() {
            while (begun()) {
                step();
            }
        }

        void step() {
            switch (next) {
                case 0 -> office.recover();
                case 1 -> flights = office.fetch(Set.of()).flights();
                case 2 -> flights = office.mark(flights);
                case 3 -> landed = fly();
                default -> {
                    office.account(landed);
                    landed = List.of();
                    flights = List.of();
                }
            }
            var over = next == STEPS.size() - 1 || (next > 0 && flights.isEmpty());
            next = over ? 0 : next + 1;
        }

        private List<Landed> fly() {
            calling = Optional.of(time.instant());
            var all = flights.stream()
                    .map(flight -> flight.fly(office.carriage(), new Gaps()))
                    .toList();
            calling = Optional.empty();
            return all;
        }

        @Override
        public String toString() {
            var held = flights.stream()
                    .map(flight ->
                            flight.letter() + " " + flight.message().isPresent() + flight.marked() + flight.claimEnds())
                    .toList();
            return STEPS.get(next) + calling + held + landed;
        }
    }
}
