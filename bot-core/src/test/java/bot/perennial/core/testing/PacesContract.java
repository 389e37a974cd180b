package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.store.Paces.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is expected of {@link bot.perennial.core.store.Paces}. */
public abstract class PacesContract extends StoreContract {
    private static final Pace FRESH = new Pace(NOON, NOON, NOON, Duration.ofMillis(50));
    private static final Pace USED = new Pace(
            NOON.plusNanos(20_833_000), NOON.plusSeconds(3), NOON.plusSeconds(9), Duration.ofNanos(20_833_000));

    @Test
    void areFreshWhereNobodyHasUsedALine() {
        assertThat(hold("slack/T1")).isEqualTo(FRESH);
        assertThat(this.<Map<String, Pace>>rounds(backstage -> backstage.paces().hold(Map.of())))
                .isEmpty();
    }

    @Test
    void areKeptToTheMicrosecond() {
        keep("discord", USED);
        assertThat(hold("discord")).isEqualTo(USED);
        assertThat(hold("slack/T1")).isEqualTo(FRESH);
        keep("discord", FRESH);
        assertThat(hold("discord")).isEqualTo(FRESH);
    }

    @Test
    void areSeenWithoutBeingHeld() {
        keep("discord", USED);
        Map<String, Pace> seen = rounds(backstage -> backstage.paces().look(Set.of("discord", "slack/T1")));
        assertThat(seen).containsExactly(Map.entry("discord", USED));
        Map<String, Pace> none = rounds(backstage -> backstage.paces().look(Set.of()));
        assertThat(none).isEmpty();
    }

    private Pace hold(String line) {
        return this.<Map<String, Pace>>rounds(backstage -> backstage.paces().hold(Map.of(line, FRESH)))
                .getOrDefault(line, USED);
    }

    private void keep(String line, Pace pace) {
        rounds(backstage -> {
            backstage.paces().hold(Map.of(line, FRESH));
            backstage.paces().keep(Map.of(line, pace));
            return true;
        });
    }
}
