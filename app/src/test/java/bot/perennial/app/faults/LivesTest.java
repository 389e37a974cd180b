package bot.perennial.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.perennial.core.store.Letters.State;
import bot.perennial.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** P5 and P6 with more than one life of the bot, at once or far apart. */
@Timeout(900)
class LivesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OUT_OF_MEMORY = 3;
    private final World world = new World();
    private final History history = new History(world);

    /** F27: whoever was held up for longer than its lease marks and sends nothing that another has settled. */
    @Test
    void oneHeldUpForLongerThanItsLeaseSendsNothingTwice() {
        try (world;
                var one = begun();
                var other = begun()) {
            var members = settled();
            world.moveTo(Instant.parse("2026-03-03T08:31:00Z"));
            world.atNext("slack", () -> one.signal("STOP"));
            one.tell(world.now());
            await().atMost(PATIENCE).until(() -> members.stream()
                    .anyMatch(member -> !member.nudges(world.today()).isEmpty()));

            world.moveTo(world.now().plus(Duration.ofMinutes(6)));
            awaitDone(members, other);
            one.signal("CONT");
            awaitDone(members, one, other);

            world.moveTo(Instant.parse("2026-03-04T08:31:00Z"));
            awaitDone(members, one, other);
            history.afterMorning(members, world.today().minusDays(1));
            history.afterMorning(members, world.today());
            history.afterDays(members);
            assertThat(history.broken).isEmpty();
        }
    }

    /** No time passes in between, so that the lease of the dead one never ends. */
    @Test
    void oneStartedWhereAnotherDiedIsHeardAtOnce() {
        try (world) {
            try (var before = begun()) {
                before.kill();
            }
            try (var after = begun()) {
                assertThat(after.alive()).isTrue();
                for (var member : world.newcomers()) {
                    var asked = member.asked.getFirst();
                    await().atMost(PATIENCE).until(() -> {
                        member.voice.bring(asked);
                        return asked.awaitAnswer(1000);
                    });
                    assertThat(asked.confirmed()).isTrue();
                }
            }
        }
    }

    @Test
    void oneStartedAfterThreeDaysBringsEverythingOnce() {
        try (world) {
            List<Citizen> members;
            try (var before = begun()) {
                members = settled();
                before.leave();
            }
            world.moveTo(Instant.parse("2026-03-05T10:00:00Z"));
            try (var after = begun()) {
                awaitDone(members, after);
                assertThat(after.alive()).isTrue();
            }
            history.afterMorning(members, world.today());
            history.afterDays(members);
            assertThat(history.broken).isEmpty();
            assertThat(members)
                    .allSatisfy(member -> assertThat(member.letters().filter(words -> words.contains("Good morning")))
                            .as("of three days")
                            .hasSize(1));
        }
    }

    /** F31: as the launch script asks for, the process ends at once, and the next one goes on. */
    @Test
    void oneThatRunsOutOfMemoryEndsAndTheNextGoesOn() throws IOException {
        assertThat(Files.readString(Path.of("src", "main", "distribution", "bin", "perennial")))
                .contains("-XX:+ExitOnOutOfMemoryError");
        try (world) {
            List<Citizen> members;
            try (var before = begun()) {
                members = settled();
                before.fill();
                assertThat(before.diesWithin(PATIENCE)).isTrue();
                assertThat(before.ended()).isEqualTo(OUT_OF_MEMORY);
            }
            world.moveTo(Instant.parse("2026-03-03T08:31:00Z"));
            try (var after = begun()) {
                awaitDone(members, after);
            }
            history.afterMorning(members, world.today());
            history.afterDays(members);
            assertThat(history.broken).isEmpty();
        }
    }

    private Life begun() {
        var life = world.live(Optional.empty());
        life.awaitReady();
        return life;
    }

    private List<Citizen> settled() {
        var members = world.newcomers();
        members.forEach(Trial::insist);
        await().atMost(PATIENCE).until(() -> members.stream()
                .allMatch(member -> member.greetings().size() == 1));
        return members;
    }

    /** Time goes on meanwhile, because a platform may have asked for a pause. */
    private void awaitDone(List<Citizen> members, Life... awake) {
        // one that is held up may hold a row too, until the server gives it up
        await().atMost(PATIENCE).ignoreException(Store.NotSaved.class).untilAsserted(() -> {
            world.moveTo(world.now().plusSeconds(2));
            for (var life : awake) {
                life.tell(world.now());
            }
            assertThat(members).allSatisfy(member -> assertThat(world.nudge(member, world.today()))
                    .as("the nudge of %s on %s", member.voice.account(), world.today())
                    .get()
                    .isIn(State.SENT, State.AMBIGUOUS));
        });
    }
}
