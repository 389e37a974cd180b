package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.store.Duties;
import bot.perennial.core.store.Duties.Duty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is expected of {@link Duties}. */
public abstract class DutiesContract extends StoreContract {
    private static final Duty FIRST = new Duty(0, 2, "one", NOON.plusNanos(1_000));
    private static final Duty SECOND = new Duty(1, 2, "other", NOON.plusSeconds(9));

    @Test
    void areNobodysAtFirst() {
        assertThat(hold("walk")).isEmpty();
        assertThat(crew("walk")).isEmpty();
        assertThat(hold("walk")).isEmpty();
    }

    @Test
    void areKeptInTheOrderOfTheirParts() {
        keep("walk", SECOND);
        assertThat(hold("walk")).containsExactly(SECOND);
        keep("walk", FIRST);
        assertThat(hold("walk")).containsExactly(FIRST, SECOND);
        assertThat(hold("sing")).isEmpty();
    }

    @Test
    void passFromOneToAnother() {
        keep("walk", FIRST, SECOND);
        keep("sing", FIRST);
        var passed = new Duty(0, 3, "", Instant.EPOCH);
        keep("walk", passed);
        assertThat(hold("walk")).containsExactly(passed, SECOND);
        assertThat(hold("sing")).containsExactly(FIRST);
    }

    @Test
    void haveACrewThatComesAndGoes() {
        sign("walk", "one", NOON.plusSeconds(1));
        sign("walk", "other", NOON.plusSeconds(2));
        sign("sing", "third", NOON);
        sign("walk", "one", NOON.plusSeconds(5));
        assertThat(crew("walk"))
                .containsOnly(Map.entry("one", NOON.plusSeconds(5)), Map.entry("other", NOON.plusSeconds(2)));
        change(duties -> duties.sign("walk", "one", NOON.plusSeconds(9), NOON.plusSeconds(3)));
        assertThat(crew("walk")).containsOnly(Map.entry("one", NOON.plusSeconds(9)));
        assertThat(crew("sing").keySet()).isEqualTo(Set.of("third"));
    }

    private List<Duty> hold(String task) {
        return rounds(backstage -> backstage.duties().hold(task));
    }

    private Map<String, Instant> crew(String task) {
        return rounds(backstage -> backstage.duties().crew(task));
    }

    private void keep(String task, Duty... duties) {
        change(held -> {
            held.hold(task);
            held.keep(task, List.of(duties));
        });
    }

    private void sign(String task, String process, Instant until) {
        change(duties -> duties.sign(task, process, until, Instant.EPOCH));
    }

    private void change(Consumer<Duties> work) {
        rounds(backstage -> {
            work.accept(backstage.duties());
            return true;
        });
    }
}
