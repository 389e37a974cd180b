package bot.perennial.core.store;

import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import java.util.Optional;

/**
 * An item, and what is true about it when it is spoken of.
 *
 * @param promise the promise, when the item is one
 * @param last the last meeting, for what was said
 */
public record Matter(Item item, Person person, Optional<Promise> promise, Optional<Meeting> last) {}
