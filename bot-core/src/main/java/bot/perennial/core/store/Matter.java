package bot.perennial.core.store;

import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import java.util.List;
import java.util.Optional;

/**
 * An item, and what is true about it when it is spoken of.
 *
 * @param promise the promise, when the item is one
 * @param last the last meeting
 * @param noted the last meeting of which something was noted, for what was said; often the last one
 */
public record Matter(
        Item item, Person person, Optional<Promise> promise, Optional<Meeting> last, Optional<Meeting> noted) {

    /** Of someone's meetings, the latest first. */
    public static Matter of(Item item, Person person, Optional<Promise> promise, List<Meeting> meetings) {
        return new Matter(
                item,
                person,
                promise,
                meetings.stream().findFirst(),
                meetings.stream().filter(meeting -> meeting.note().isPresent()).findFirst());
    }
}
