package bot.perennial.db;

import static bot.perennial.db.generated.Tables.CREW;
import static bot.perennial.db.generated.Tables.DUTY;

import bot.perennial.core.store.Duties;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Who does which part of each task, in the database; whoever holds a task's first part holds the task. */
record JooqDuties(DSLContext tx) implements Duties {
    /** A row must be there to be held; the first to come makes it, and nobody sees it as a part that was ever done. */
    @Override
    public List<Duty> hold(String task) {
        if (!held(task)) {
            Upsert.into(tx, DUTY, List.of(row(task, new Duty(0, 0, "", Instant.EPOCH))), List.of(DUTY.PART));
        }
        return tx.selectFrom(DUTY)
                .where(DUTY.TASK.eq(task), DUTY.PARTS.gt(0))
                .orderBy(DUTY.PART)
                .fetch(JooqDuties::duty);
    }

    @Override
    public void keep(String task, List<Duty> duties) {
        Upsert.into(tx, DUTY, duties.stream().map(duty -> row(task, duty)).toList());
    }

    @Override
    public Map<String, Instant> crew(String task) {
        var crew = new HashMap<String, Instant>();
        tx.selectFrom(CREW)
                .where(CREW.TASK.eq(task))
                .forEach(row -> crew.put(row.get(CREW.PROCESS), row.get(CREW.PRESENT_UNTIL)));
        return crew;
    }

    @Override
    public void sign(String task, String process, Instant until, Instant gone) {
        tx.deleteFrom(CREW)
                .where(CREW.TASK.eq(task), CREW.PRESENT_UNTIL.lt(gone))
                .execute();
        var row = tx.newRecord(CREW);
        row.set(CREW.TASK, task);
        row.set(CREW.PROCESS, process);
        row.set(CREW.PRESENT_UNTIL, until);
        Upsert.into(tx, CREW, List.of(row));
    }

    private boolean held(String task) {
        return tx.select(DUTY.PART)
                .from(DUTY)
                .where(DUTY.TASK.eq(task), DUTY.PART.eq(0))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private Record row(String task, Duty duty) {
        var row = tx.newRecord(DUTY);
        row.set(DUTY.TASK, task);
        row.set(DUTY.PART, duty.part());
        row.set(DUTY.PARTS, duty.of());
        row.set(DUTY.PROCESS, duty.process());
        row.set(DUTY.LEASE_UNTIL, duty.until());
        return row;
    }

    private static Duty duty(Record row) {
        return new Duty(row.get(DUTY.PART), row.get(DUTY.PARTS), row.get(DUTY.PROCESS), row.get(DUTY.LEASE_UNTIL));
    }
}
