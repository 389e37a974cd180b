package bot.perennial.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void keepsNoJavaObjectsInTheDatabase() {
        assertThat(Schedule.properties()).containsEntry("org.quartz.jobStore.useProperties", "true");
    }
}
