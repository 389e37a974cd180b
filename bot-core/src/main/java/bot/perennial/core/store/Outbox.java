package bot.perennial.core.store;

import bot.perennial.core.people.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Letters on their way, across all members. Every change after the claim counts only under the claim's fence. */
public interface Outbox {
    /** Claims letters that are due, earliest first, skipping those another postman holds; not sent yet. */
    default List<Letter> claim(Instant now, Instant leaseEnd, int most) {
        return claim(now, leaseEnd, most, Set.of());
    }

    /** Leaves alone, too, those to the members of some platforms. */
    List<Letter> claim(Instant now, Instant leaseEnd, int most, Set<String> except);

    /**
     * Marks claimed letters as being sent, for the first time now unless they were before; those no longer held by the
     * claim, or whose lease has ended, are left out of the answer.
     */
    List<Letter> sending(List<Letter> letters, Instant now);

    /** Records what became of letters; those no longer held are left alone. A success clears unreachable. */
    void settle(List<Settled> settled, Instant now);

    /**
     * Frees claims whose lease has ended, to be claimed again, but for those that somebody's transaction holds. Letters
     * that were being sent then keep when they were first tried, for they may have arrived; answers how many those were.
     */
    int recover(Instant now);

    /** What is true now about the items of letters, and about whom they go to, by letter id. */
    Map<Long, Page> pages(List<Letter> letters);

    /**
     * A member, and what is true about the items of a letter to them.
     *
     * @param inTouch with how many people they last were in touch on the letter's day or in the week before it; counted
     *     for a Monday note only, else 0
     */
    record Page(Member member, List<Matter> matters, int inTouch) {
        public Page {
            matters = List.copyOf(matters);
        }
    }

    /** A letter and what became of it. */
    record Settled(Letter letter, Outcome outcome) {}

    /** What became of a letter. */
    sealed interface Outcome {
        /**
         * It arrived.
         *
         * @param channel where direct messages to its member go, to be kept, if the platform told
         */
        record Sent(String reference, Optional<String> channel) implements Outcome {}

        /** It did not arrive, and is to be sent again, not before an instant. */
        record Postponed(Instant until) implements Outcome {}

        /** It may have arrived, and is to be sent again while its platform recognises repeats. */
        record Repeated(Instant until) implements Outcome {}

        /** Nobody can say whether it arrived; it is not sent again. */
        record Ambiguous() implements Outcome {}

        /** The member can't be reached: they are marked, and everything they were to be told is kept. */
        record Unreachable(String why) implements Outcome {}

        /** Given up for another reason. */
        record Failed(String why) implements Outcome {}

        /** Too late to be of use; what it was to bring comes with the next nudge. */
        record Expired() implements Outcome {}

        /** There is nothing left to say. */
        record Cancelled() implements Outcome {}
    }
}
