package bot.perennial.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which process does which part of a task that several share; a part is one process's until an instant. */
public interface Duties {
    /** Every part that somebody has ever done; nobody else sees any of the task until the transaction ends. */
    List<Duty> hold(String task);

    /** Writes some parts of a task that is held. */
    void keep(String task, List<Duty> duties);

    /** Until when each process said it would be there. */
    Map<String, Instant> crew(String task);

    /** Says until when a process will be there, and forgets those who are not since an instant. */
    void sign(String task, String process, Instant until, Instant gone);

    /**
     * One part of a task.
     *
     * @param of into how many parts the task is divided
     * @param process whose it is; empty where somebody gave it back
     */
    record Duty(int part, int of, String process, Instant until) {}
}
