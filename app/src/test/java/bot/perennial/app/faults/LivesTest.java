package bot.perennial.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** P5 and P6 with more than one life of the bot, at once or far apart. */
@Timeout(180)
@EnabledIfSystemProperty(named = "perennial.kills", matches = ".+")
class LivesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
            other.tell(world.now());
            await().atMost(PATIENCE).until(() -> done(members));
            one.signal("CONT");
            one.tell(world.now());
            await().atMost(PATIENCE).until(() -> done(members));

            world.moveTo(Instant.parse("2026-03-04T08:31:00Z"));
            one.tell(world.now());
            other.tell(world.now());
            await().atMost(PATIENCE).until(() -> done(members));
            history.afterMorning(members, world.today().minusDays(1));
            history.afterMorning(members, world.today());
            history.afterDays(members);
            assertThat(history.broken).isEmpty();
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
                await().atMost(PATIENCE).until(() -> done(members));
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

    private boolean done(List<Citizen> members) {
        return members.stream().allMatch(member -> world.settled(member, world.today()));
    }
}
