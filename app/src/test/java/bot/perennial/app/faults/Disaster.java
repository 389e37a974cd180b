package bot.perennial.app.faults;

import bot.perennial.db.testing.Cable;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** What happens to the bot on a day. */
interface Disaster {
    /** How long a point may take to be reached on a busy machine. */
    Duration TO_THE_POINT = Duration.ofMinutes(2);

    /** Before members speak and nudges are due. */
    default void prepare(World world, Life life) {}

    /** In the middle of it; when it returns the bot is dead, or everything else works again. */
    void strike(World world, Life life, Random random);

    /** A power cut at any time. */
    record Death() implements Disaster {
        @Override
        public void strike(World world, Life life, Random random) {
            World.rest(random.nextInt(1500));
            life.kill();
        }
    }

    /** A power cut at a point in the bot. */
    record DeathAt(CrashPoint point) implements Disaster {
        @Override
        public void prepare(World world, Life life) {
            life.arm(point);
        }

        @Override
        public void strike(World world, Life life, Random random) {
            if (!life.diesWithin(TO_THE_POINT)) {
                world.strayed.add("The process never came to " + point);
                life.kill();
            }
        }
    }

    /** A power cut while letters are sent, and one at a point in the life after it, when their lease has ended. */
    record DeathAgainAt(CrashPoint point) implements Disaster {
        @Override
        public void prepare(World world, Life life) {
            life.arm(CrashPoint.SENDING_COMMITTED);
        }

        @Override
        public void strike(World world, Life life, Random random) {
            new DeathAt(CrashPoint.SENDING_COMMITTED).strike(world, life, random);
            world.moveTo(world.now().plus(Trial.LEASE));
            try (var heir = world.live(Optional.of(point))) {
                new DeathAt(point).strike(world, heir, random);
            }
        }
    }

    /** A power cut between a platform's taking something and the bot's hearing so. */
    record DeathWhenAccepted(String place) implements Disaster {
        @Override
        public void prepare(World world, Life life) {
            world.atNext(place, life::kill);
        }

        @Override
        public void strike(World world, Life life, Random random) {
            if (!life.diesWithin(TO_THE_POINT)) {
                world.strayed.add("Nothing came to " + place);
                life.kill();
            }
        }
    }

    /** A bad line to the database, while the bot lives on. */
    record BadLine() implements Disaster {
        @Override
        public void strike(World world, Life life, Random random) {
            for (var time = 2 + random.nextInt(4); time > 0; time--) {
                World.rest(random.nextInt(200));
                switch (random.nextInt(5)) {
                    case 0 -> world.cable.cut();
                    case 1 -> world.cable.pull();
                    case 2 -> world.cable.swallow();
                    case 3 ->
                        world.cable.cutAt("commit", random.nextBoolean() ? Cable.Moment.BEFORE : Cable.Moment.AFTER);
                    default -> world.cable.swallowAt("commit");
                }
                World.rest(random.nextInt(2500));
                world.cable.mend();
            }
        }
    }
}
