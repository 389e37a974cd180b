package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.testing.MovableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final Allowance allowance = new Allowance(2, time);

    @Test
    void grantsSoManyInAnyMinute() {
        assertThat(allowance.take()).isTrue();
        time.pass(Duration.ofSeconds(40));
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
        time.pass(Duration.ofSeconds(20));
        assertThat(allowance.take()).as("the first is a minute ago").isTrue();
        assertThat(allowance.take()).as("the second is not").isFalse();
    }

    @Test
    void grantsNoneWhileSlackHasToldToWait() {
        allowance.close(Duration.ofSeconds(30));
        assertThat(allowance.take()).isFalse();
        time.pass(Duration.ofSeconds(30));
        assertThat(allowance.take()).isTrue();
    }
}
