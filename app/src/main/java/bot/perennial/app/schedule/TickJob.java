package bot.perennial.app.schedule;

import bot.perennial.app.operations.Metrics;
import java.time.Duration;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn of a tick: whatever goes wrong is written down once, and the next turn comes all the same. */
class TickJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TickJob.class);
    private static final int REFERENCE = 8;

    private final Tick tick;
    private final Metrics metrics;

    TickJob(Tick tick, Metrics metrics) {
        this.tick = tick;
        this.metrics = metrics;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var begun = System.nanoTime();
        var well = false;
        try {
            tick.work().run();
            well = true;
        } catch (RuntimeException | StackOverflowError e) { // the one place where a round's fault ends
            LOG.atError()
                    .addKeyValue("tick", tick.name())
                    .addKeyValue("reference", UUID.randomUUID().toString().substring(0, REFERENCE))
                    .setCause(e)
                    .log("a round broke off");
        } finally {
            metrics.ran(tick.name(), Duration.ofNanos(System.nanoTime() - begun), well);
        }
    }

    /** The same, by one process at a time. */
    @DisallowConcurrentExecution
    static final class Alone extends TickJob {
        Alone(Tick tick, Metrics metrics) {
            super(tick, metrics);
        }
    }
}
