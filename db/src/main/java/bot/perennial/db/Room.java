package bot.perennial.db;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Where gestures wait for a connection, in the order in which they came, for as long as others are being served. */
final class Room {
    private static final int PLACES = 5000;
    private static final Duration STANDSTILL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ReentrantLock door = new ReentrantLock();
    private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
    private int seats;
    private volatile long served = System.nanoTime();

    Room(int seats) {
        this.seats = seats;
    }

    /** Waits for a seat; false when it gave up, because nobody is served any more or it took too long. */
    boolean enter() {
        var turn = new CountDownLatch(1);
        door.lock();
        try {
            if (seats > 0) {
                seats--;
                return true;
            }
            if (waiting.size() >= PLACES) {
                return false;
            }
            waiting.add(turn);
        } finally {
            door.unlock();
        }
        return called(turn) || !leftTheQueue(turn);
    }

    /** Gives the seat to whoever has waited longest. */
    void leave(boolean well) {
        if (well) {
            served = System.nanoTime();
        }
        door.lock();
        try {
            Optional.ofNullable(waiting.poll()).ifPresentOrElse(CountDownLatch::countDown, () -> seats++);
        } finally {
            door.unlock();
        }
    }

    private boolean called(CountDownLatch turn) {
        var came = System.nanoTime();
        try {
            for (var left = left(came); left > 0; left = left(came)) {
                if (turn.await(left, TimeUnit.NANOSECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** How long it is worth waiting on, if nothing happens meanwhile. */
    private long left(long came) {
        var now = System.nanoTime();
        var since = Math.min(now - came, now - served);
        return Math.min(STANDSTILL.toNanos() - since, LONGEST.toNanos() - (now - came));
    }

    /** False for whoever was given a seat in the very moment of giving up. */
    private boolean leftTheQueue(CountDownLatch turn) {
        door.lock();
        try {
            return waiting.remove(turn);
        } finally {
            door.unlock();
        }
    }
}
