package bot.perennial.bench.planning;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import bot.perennial.bench.Address;
import bot.perennial.bench.measure.Job;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz in a cluster, with a trigger for each member, as most would use it first.
 *
 * @param batch how many triggers it takes at once; one is its default
 */
record QuartzPeer(Address address, Instant due, LocalDate day, int members, int threads, int batch) {
    private static final String MEMBER = "member";
    private static final int HOURS = 24;

    /** Connections that are the bench's to close. */
    private record Pool(HikariDataSource pool) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            // closed by whoever opened it
        }

        @Override
        public void initialize() {
            // open already
        }
    }

    /** One member's job. */
    private record Nudge(PeerWork work, CountDownLatch left) implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                work.plan(Long.parseLong(context.getTrigger().getKey().getName()));
            } catch (SQLException e) {
                throw new JobExecutionException(e);
            } finally {
                left.countDown();
            }
        }
    }

    /** Everybody's trigger is made first, unmeasured; then all of them fire. */
    long run(Job.Stopwatch watch) throws Exception {
        try (var own = address.pool(threads + 2);
                var work = address.pool(threads)) {
            var left = new CountDownLatch(members);
            var peer = new PeerWork(work, day, due);
            DBConnectionManager.getInstance().addConnectionProvider("peer", new Pool(own));
            var scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.clear();
            scheduler.setJobFactory((bundle, running) -> new Nudge(peer, left));
            expect(scheduler);
            watch.time(() -> {
                scheduler.start();
                left.await();
            });
            scheduler.shutdown(true);
        }
        return members;
    }

    private void expect(Scheduler scheduler) throws SchedulerException {
        var job = newJob(Nudge.class).withIdentity(MEMBER).storeDurably().build();
        scheduler.addJob(job, true);
        for (var member = 1; member <= members; member++) {
            scheduler.scheduleJob(newTrigger()
                    .withIdentity(Integer.toString(member))
                    .forJob(job)
                    .startAt(Date.from(Instant.now()))
                    .withSchedule(simpleSchedule()
                            .withIntervalInHours(HOURS)
                            .repeatForever()
                            .withMisfireHandlingInstructionFireNow())
                    .build());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "peer-" + threads + "-" + batch);
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        properties.setProperty("org.quartz.jobStore.dataSource", "peer");
        properties.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        if (batch > 1) {
            properties.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(batch));
            properties.setProperty("org.quartz.scheduler.batchTriggerAcquisitionFireAheadTimeWindow", "1000");
            properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        }
        return properties;
    }
}
