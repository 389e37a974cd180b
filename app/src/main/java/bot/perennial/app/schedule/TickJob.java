package bot.perennial.app.schedule;

import bot.perennial.app.operations.Metrics;
import java.time.Duration;
import java.util.UUID;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn of a tick, by one process at a time: whatever goes wrong is written down once, and the next comes all the same. */
@DisallowConcurrentExecution
final class TickJob implements Job {
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
        run(tick, metrics);
    }

    static void run(Tick tick, Metrics metrics) {
        var begun = System.nanoTime();
        var well = false;
        var dealt = 0;
        try {
            dealt = tick.work().getAsInt();
            well = true;
        } catch (Throwable e) { // the one place where a round's fault ends; else it would never come again
            LOG.atError()
                    .addKeyValue("tick", tick.name())
                    .addKeyValue("reference", UUID.randomUUID().toString().substring(0, REFERENCE))
                    .setCause(e)
                    .log("a round broke off");
        } finally {
            metrics.ran(tick.name(), Duration.ofNanos(System.nanoTime() - begun), well, dealt);
        }
    }
}
