package bot.perennial.core.delivery;

import bot.perennial.core.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Sends the letters that are due: marked as being sent, and committed, before each call; never sent twice. */
public final class Postman {
    /** A letter later than this is folded into the next nudge. */
    public static final Duration TOO_LATE = Duration.ofHours(4);

    private final Words words;
    private final PostOffice office;
    private final ReentrantLock walking = new ReentrantLock();
    private volatile boolean stopped;

    public Postman(Store store, List<Courier> couriers, Composer composer, InstantSource time) {
        words = new Words(store, composer);
        office = new PostOffice(store, new Carriage(couriers, time), words, time);
    }

    /** How often a letter could not be composed, because something stored is damaged. */
    public int damaged() {
        return words.failures();
    }

    /**
     * Walks until nothing is due, unless this postman is walking already; answers how many letters arrived. Others may
     * walk at the same time, here or on other machines.
     */
    public int deliverDue() {
        if (stopped || !walking.tryLock()) {
            return 0;
        }
        try {
            return new Walk(office, () -> stopped).walk();
        } finally {
            walking.unlock();
        }
    }

    /** Lets what is on its way arrive, and gives back everything else. */
    public void stop() {
        stopped = true;
    }
}
