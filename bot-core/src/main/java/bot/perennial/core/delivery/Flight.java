package bot.perennial.core.delivery;

import bot.perennial.core.message.Message;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Outbox.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A letter on its way to its courier.
 *
 * @param message its words; empty when it is only looked for
 * @param marked when it was marked as being sent, or else fetched
 * @param claimEnds when others may take it over, if it has not arrived
 * @param turn when it may leave, on the clock that never jumps
 * @param apart how long after it the next may leave on its line
 */
record Flight(
        Letter letter,
        Optional<Message> message,
        Optional<Line> line,
        Instant marked,
        Instant claimEnds,
        long turn,
        Duration apart) {
    /** What came of it, and for how long its line is closed, if the platform said so. */
    record Landed(Settled settled, Optional<Line> line, Optional<Duration> closed) {}

    long memberId() {
        return letter.memberId();
    }

    Flight marked(Letter sending, Instant now) {
        return new Flight(sending, message, line, now, claimEnds, turn, apart);
    }

    Flight later(long nanos) {
        return new Flight(letter, message, line, marked, claimEnds, nanos, apart);
    }

    boolean leavesBy(long nanos) {
        return turn - nanos <= 0;
    }

    /** Whoever missed a turn still keeps the distance to the one before, or all would leave at once after a standstill. */
    Landed fly(Carriage carriage, Gaps gaps) {
        try {
            TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
            if (line.isPresent()) {
                keepDistance(gaps, line.get());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        var answer = message.map(words -> carriage.send(letter, words, marked, claimEnds))
                .orElseGet(() -> new Carriage.Answer(carriage.trace(letter, marked)));
        return new Landed(new Settled(letter, answer.outcome()), line, answer.closed());
    }

    private void keepDistance(Gaps gaps, Line used) throws InterruptedException {
        var place = gaps.enter(used, apart);
        try {
            for (var wait = gaps.pass(place, System.nanoTime()); wait > 0; wait = gaps.pass(place, System.nanoTime())) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        } catch (InterruptedException stopping) {
            gaps.leave(place);
            throw stopping;
        }
    }
}
