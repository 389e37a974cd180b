package bot.perennial.app.faults;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A day in the world after a day: members speak, nudges go out, the bot dies in the middle of it and comes back. */
final class Trial implements AutoCloseable {
    private static final LocalTime BEFORE = LocalTime.of(8, 29);
    private static final LocalTime MORNING = LocalTime.of(8, 31);
    static final Duration LEASE = Duration.ofMinutes(6);
    private static final int FEW = 1;
    private static final int MANY = 8;
    private static final int BETWEEN = 1800;

    final World world = new World();
    final History history = new History(world);
    int lives;
    private int days;
    private final Random random;
    private Life life;

    Trial(Random random) {
        this.random = random;
        life = begin();
    }

    /** One day: a disaster in the morning, everything in order by noon. */
    void day(Disaster disaster) {
        world.moveTo(world.today().plusDays(1).atTime(BEFORE).toInstant(ZoneOffset.UTC));
        world.speedUp();
        life.tell(world.now());
        var due = world.citizens.stream().filter(citizen -> !citizen.left).toList();
        var newcomers = world.newcomers();
        disaster.prepare(world, life);
        if (random.nextInt(3) == 0) {
            world.platformsMisbehave(random);
        }
        var talking = talk(newcomers);
        World.rest(random.nextInt(300));
        world.moveTo(world.today().atTime(MORNING).toInstant(ZoneOffset.UTC));
        life.tell(world.now());
        disaster.strike(world, life, random);
        join(talking);
        world.moveTo(world.now().plus(LEASE));
        world.discord.directs().forgetNonces();
        if (life.alive()) {
            life.tell(world.now());
        } else {
            life = begin();
        }
        history.afterDeath(newcomers);
        calm(newcomers, due);
        if (++days % 20 == 0) {
            System.out.printf("%d days, %d lives, %d broken%n", days, lives, history.broken.size());
        }
    }

    /** Ends in order, so that later lives start from what this one leaves behind. */
    void prepare() {
        life.leave();
        life = begin();
    }

    @Override
    public void close() {
        life.close();
        world.close();
    }

    /** Everything unanswered is brought again, until nothing is owed to anybody. */
    private void calm(List<Citizen> newcomers, List<Citizen> due) {
        newcomers.forEach(Trial::insist);
        history.afterAnswers(newcomers);
        for (var step = 0; step < BETWEEN && !settled(due); step++) {
            World.rest(100);
            world.moveTo(world.now().plusSeconds(5));
            life.tell(world.now());
        }
        history.afterMorning(due, world.today());
        var leaving = due.stream()
                .filter(citizen -> world.today().isAfter(citizen.since.plusDays(FEW)))
                .filter(citizen -> citizen.hasEverything() || world.today().isAfter(citizen.since.plusDays(MANY)))
                .toList();
        history.afterDays(leaving);
        for (var citizen : leaving) {
            citizen.asked.add(new Asked("stop", "nudge stop", ""));
            insist(citizen);
            citizen.left = true;
        }
    }

    private boolean settled(List<Citizen> due) {
        return due.stream().allMatch(citizen -> world.settled(citizen, world.today()));
    }

    /** Brings everything that was not confirmed again. */
    static void insist(Citizen citizen) {
        for (var asked : citizen.asked) {
            for (var attempt = 0; attempt < 20 && !asked.confirmed(); attempt++) {
                citizen.voice.bring(asked);
                asked.awaitAnswer(5000);
            }
        }
    }

    /** Each says what they have to say, some of it twice at once, as platforms do. */
    private List<Thread> talk(List<Citizen> newcomers) {
        var threads = new ArrayList<Thread>();
        var hearing = life;
        for (var citizen : newcomers) {
            var seed = random.nextLong();
            threads.add(Thread.ofVirtual().start(() -> {
                var luck = new Random(seed);
                for (var asked : citizen.asked) {
                    if (luck.nextInt(3) == 0) {
                        var again = Thread.ofVirtual().start(() -> citizen.voice.bring(asked));
                        citizen.voice.bring(asked);
                        join(List.of(again));
                    } else {
                        citizen.voice.bring(asked);
                    }
                    for (var wait = 0; wait < 20 && hearing.alive() && !asked.awaitAnswer(50); wait++) {
                        Thread.onSpinWait();
                    }
                }
            }));
        }
        return threads;
    }

    private Life begin() {
        lives++;
        var begun = world.live(Optional.empty());
        begun.awaitReady();
        return begun;
    }

    private static void join(List<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
