package bot.perennial.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** Else two that start at once on one host look like one: when one dies, nobody takes over what it held. */
    @Test
    void isNeverTakenForAnother() {
        var name = "org.quartz.scheduler.instanceId";
        assertThat(Schedule.properties().getProperty(name))
                .isNotEqualTo(Schedule.properties().getProperty(name))
                .hasSizeLessThan(80); // with a number of Quartz's it is a key of 95 letters
    }

    @Test
    void keepsNoJavaObjectsInTheDatabase() {
        assertThat(Schedule.properties()).containsEntry("org.quartz.jobStore.useProperties", "true");
    }
}
