package bot.perennial.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P1, P2, P4, P5, P6 and P10 through violent ends and bad lines; {@code -Pfaults} makes it long. */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class FaultsTest {
    private static final int KILLS = Integer.getInteger("perennial.kills", 2);
    private static final int POINTS = Integer.getInteger("perennial.points", 5);
    private static final int TIMES = Integer.getInteger("perennial.times.at.each.point", 1);
    private static final int BAD_LINES = Integer.getInteger("perennial.bad.lines", 1);
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());

    /** What has been made of the tables by a process that died is gone on with. */
    @ParameterizedTest
    @EnumSource(names = {"TABLES_BEING_MADE", "TABLE_MADE"})
    void comesUpAfterADeathWhileItsTablesWereMade(CrashPoint point) {
        try (var world = new World();
                var first = world.live(Optional.of(point))) {
            assertThat(first.ended()).isEqualTo(Crashing.EXIT);
            try (var second = world.live(Optional.empty())) {
                second.awaitReady();
            }
        }
    }

    @Test
    void keepsItsPromisesThroughDeathsAtAnyTime() {
        try (var trial = begun()) {
            for (var kill = 0; kill < KILLS; kill++) {
                trial.day(new Disaster.Death());
            }
            report(trial, KILLS + " kills at random times");
        }
    }

    @Test
    void keepsItsPromisesThroughDeathsAtEachPoint() {
        try (var trial = begun()) {
            var disasters = points();
            for (var time = 0; time < TIMES; time++) {
                disasters.forEach(trial::day);
            }
            report(trial, disasters.size() + " crash points x " + TIMES);
        }
    }

    @Test
    void keepsItsPromisesOnABadLine() {
        try (var trial = begun()) {
            for (var day = 0; day < BAD_LINES; day++) {
                trial.day(new Disaster.BadLine());
            }
            report(trial, BAD_LINES + " days on a bad line");
        }
    }

    /** With something due from the day before. */
    private static Trial begun() {
        System.out.println("A trial begins with seed " + SEED);
        var trial = new Trial(new Random(SEED));
        trial.prepare();
        trial.day((world, life, random) -> {});
        return trial;
    }

    private static List<Disaster> points() {
        var inside = Stream.of(CrashPoint.values())
                .filter(point -> point.compareTo(CrashPoint.GESTURE_OPENED) >= 0)
                .<Disaster>map(point -> switch (point) {
                    case RECOVERY_UNCOMMITTED, RECOVERY_COMMITTED -> new Disaster.DeathAgainAt(point);
                    default -> new Disaster.DeathAt(point);
                });
        var outside = Stream.of("slack", "discord", "answer").<Disaster>map(Disaster.DeathWhenAccepted::new);
        var points = new ArrayList<>(Stream.concat(inside, outside).toList());
        Collections.shuffle(points, new Random(SEED));
        return points.subList(0, Math.min(POINTS, points.size()));
    }

    private static void report(Trial trial, String what) {
        var history = trial.history;
        System.out.printf(
                "%s (seed %d): %d lives, %d commands confirmed, %d nudges accepted, %d ambiguous, %d promises brought,"
                        + " %d broken%n",
                what,
                SEED,
                trial.lives,
                history.confirmed,
                history.nudges,
                history.ambiguous,
                history.brought,
                history.broken.size());
        assertThat(history.broken).isEmpty();
        assertThat(trial.world.strayed).isEmpty();
    }
}
