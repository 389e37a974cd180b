package bot.perennial.app.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One gesture of a member, however often it is brought to the bot, and everything it was answered. */
final class Asked {
    private static final String NOT_SAVED = "Not saved";
    private static final List<String> UNSURE = List.of("I can't tell yet", "I can't say whether");
    private static final String BROKEN = "Something broke";

    /** What makes it unlike any other: a word that is in everything it stores. */
    final String id;

    final String path;
    final String text;
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final Semaphore unread = new Semaphore(0);
    private volatile int brought;

    Asked(String id, String path, String text) {
        this.id = id;
        this.path = path;
        this.text = text;
    }

    synchronized void bring() {
        brought++;
    }

    void answered(String words) {
        answers.add(words);
        unread.release();
    }

    /** Waits for an answer that nobody waited for yet; false when none comes in time. */
    boolean awaitAnswer(long millis) {
        try {
            return unread.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean confirmed() {
        return answers.stream().anyMatch(Asked::confirms);
    }

    /** Whether every time it was brought, the bot said that nothing was stored. */
    boolean refused() {
        return brought > 0
                && answers.size() == brought
                && answers.stream().allMatch(words -> words.contains(NOT_SAVED) || words.contains(BROKEN));
    }

    long differentConfirmations() {
        return answers.stream().filter(Asked::confirms).distinct().count();
    }

    List<String> answers() {
        return List.copyOf(answers);
    }

    private static boolean confirms(String words) {
        return !words.contains(NOT_SAVED)
                && !words.contains(BROKEN)
                && UNSURE.stream().noneMatch(words::contains);
    }
}
