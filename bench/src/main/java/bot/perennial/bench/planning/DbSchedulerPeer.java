package bot.perennial.bench.planning;

import bot.perennial.bench.Address;
import bot.perennial.bench.measure.Job;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** db-scheduler, with an execution for each member that comes again a day later. */
record DbSchedulerPeer(
        Address address, Instant due, LocalDate day, int members, UnaryOperator<SchedulerBuilder> polling) {
    private static final int THREADS = 20;
    private static final String TABLE = """
            create table if not exists scheduled_tasks (
              task_name varchar(100) not null,
              task_instance varchar(100) not null,
              task_data blob,
              execution_time timestamp(6) not null,
              picked boolean not null,
              picked_by varchar(50),
              last_success timestamp(6) null,
              last_failure timestamp(6) null,
              consecutive_failures int,
              last_heartbeat timestamp(6) null,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance),
              index execution_time_idx (execution_time),
              index last_heartbeat_idx (last_heartbeat),
              index priority_execution_time_idx (priority desc, execution_time asc)
            )""";

    /** Everybody's execution is written first, unmeasured; then all of them are due. */
    long run(Job.Stopwatch watch) throws Exception {
        expect();
        try (var own = address.pool(THREADS + 4);
                var work = address.pool(THREADS)) {
            var left = new CountDownLatch(members);
            var peer = new PeerWork(work, day, due);
            var nudge = Tasks.custom("nudge", Void.class).execute((execution, context) -> {
                try {
                    peer.plan(Long.parseLong(execution.getId()));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } finally {
                    left.countDown();
                }
                return new OnCompleteReschedule<>(FixedDelay.of(Duration.ofDays(1)));
            });
            var scheduler = polling.apply(new SchedulerBuilder(own, List.of(nudge))
                            .threads(THREADS)
                            .pollingInterval(Duration.ofMillis(100))
                            .commitWhenAutocommitDisabled(true))
                    .build();
            watch.time(() -> {
                scheduler.start();
                left.await();
            });
            scheduler.stop();
        }
        return members;
    }

    private void expect() throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("truncate table scheduled_tasks");
            statement.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,"
                    + " priority) select 'nudge', member_id, date_sub(now(6), interval 1 hour), false, 1, 50 from"
                    + " member where member_id <= " + members);
        }
    }
}
