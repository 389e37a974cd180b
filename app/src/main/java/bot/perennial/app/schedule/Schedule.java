package bot.perennial.app.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import bot.perennial.app.operations.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the rounds, in this process or in another one on the same database. */
public final class Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final String POOL = "perennial";
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofSeconds(20);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(15);

    private final Scheduler scheduler;
    private final Map<String, Tick> ticks;
    private final List<Tick> everywhere;
    private final Metrics metrics;
    private final InstantSource time;
    private final ScheduledExecutorService own = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("tick-", 0).factory());
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watchdog").factory());

    public Schedule(DataSource pool, List<Tick> ticks, Metrics metrics, InstantSource time) {
        this.ticks = ticks.stream()
                .filter(Tick::alone)
                .collect(Collectors.toMap(Tick::name, Function.identity(), (one, other) -> other, LinkedHashMap::new));
        this.everywhere = ticks.stream().filter(tick -> !tick.alone()).toList();
        this.metrics = metrics;
        this.time = time;
        DBConnectionManager.getInstance().addConnectionProvider(POOL, new PoolConnections(pool));
        try {
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((bundle, running) -> {
                var tick = this.ticks.get(bundle.getJobDetail().getKey().getName());
                if (tick == null) {
                    throw new SchedulerException("This version knows no such tick");
                }
                return new TickJob(tick, metrics);
            });
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler could not be made", e);
        }
    }

    /** Lets the ticks begin. */
    public void start() {
        try {
            arrange();
            for (var tick : everywhere) {
                scheduler.deleteJob(JobKey.jobKey(tick.name())); // an earlier version may have shared it
                var pause = tick.every().toMillis();
                var unused =
                        own.scheduleWithFixedDelay(() -> TickJob.run(tick, metrics), 0, pause, TimeUnit.MILLISECONDS);
            }
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler could not be started", e);
        }
        var unused =
                watchdog.scheduleWithFixedDelay(this::watch, WATCH.toSeconds(), WATCH.toSeconds(), TimeUnit.SECONDS);
    }

    /** Wakes nothing more, and waits for the rounds under way. */
    public void stop() {
        watchdog.shutdownNow();
        own.shutdown();
        try {
            scheduler.shutdown(true);
            if (!own.awaitTermination(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a round was still under way");
            }
        } catch (SchedulerException e) {
            LOG.atWarn().setCause(e).log("the scheduler stopped badly");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** They come one after the other, so that several processes get some each. */
    void arrange() throws SchedulerException {
        var after = Duration.ZERO;
        for (var tick : ticks.values()) {
            schedule(tick, after);
            after = after.plus(BETWEEN_TICKS);
        }
    }

    /** In one step, whether it is there or not: others may be starting at this moment. */
    private void schedule(Tick tick, Duration after) throws SchedulerException {
        var job = newJob(TickJob.class).withIdentity(tick.name()).storeDurably().build();
        scheduler.scheduleJob(job, Set.of(trigger(tick, after)), true);
    }

    private Trigger trigger(Tick tick, Duration after) {
        return newTrigger()
                .withIdentity(key(tick))
                .forJob(JobKey.jobKey(tick.name()))
                .startAt(Date.from(time.instant().plus(after)))
                .withSchedule(simpleSchedule()
                        .withIntervalInMilliseconds(tick.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /** Schedules anew what does not tick: gone, in error, or set for a time far from now after the clock was moved. */
    void watch() {
        for (var tick : ticks.values()) {
            try {
                if (stuck(tick)) {
                    LOG.atWarn().addKeyValue("tick", tick.name()).log("a stuck tick is scheduled anew");
                    scheduler.resetTriggerFromErrorState(key(tick));
                    schedule(tick, Duration.ZERO);
                }
            } catch (SchedulerException | RuntimeException e) { // the database is away; the next look is soon
                LOG.atWarn()
                        .addKeyValue("tick", tick.name())
                        .addKeyValue("kind", e.getClass().getSimpleName())
                        .log("a tick could not be looked after");
            }
        }
    }

    private boolean stuck(Tick tick) throws SchedulerException {
        var trigger = scheduler.getTrigger(key(tick));
        if (trigger == null || trigger.getNextFireTime() == null) {
            return true;
        }
        var state = scheduler.getTriggerState(key(tick));
        var next = Duration.between(time.instant(), trigger.getNextFireTime().toInstant());
        var late = next.isNegative() && next.abs().compareTo(tick.every().plus(WATCH.multipliedBy(6))) > 0;
        var early = next.compareTo(tick.every().multipliedBy(2).plus(WATCH)) > 0;
        return state == Trigger.TriggerState.ERROR || early || (late && state != Trigger.TriggerState.BLOCKED);
    }

    private static TriggerKey key(Tick tick) {
        return TriggerKey.triggerKey(tick.name());
    }

    static Properties properties() {
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "perennial"),
                // Quartz's own would be the host's name and the time, which others may share
                Map.entry("org.quartz.scheduler.instanceId", UUID.randomUUID().toString()),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.scheduler.idleWaitTime", "5000"),
                Map.entry("org.quartz.scheduler.interruptJobsOnShutdown", "false"),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", "2"), // the rest of what is due is for others
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate"),
                Map.entry("org.quartz.jobStore.dataSource", POOL),
                Map.entry("org.quartz.jobStore.tablePrefix", "QRTZ_"),
                Map.entry("org.quartz.jobStore.isClustered", "true"),
                Map.entry("org.quartz.jobStore.clusterCheckinInterval", "5000"),
                Map.entry("org.quartz.jobStore.useProperties", "true"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                Map.entry("org.quartz.jobStore.misfireThreshold", "60000")));
        return properties;
    }
}
