package bot.perennial.core.store;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How a notebook is opened for one gesture.
 *
 * @param ownerName what the platform calls them, empty when unknown
 * @param zone the zone of their profile, if the platform tells one; it counts until they confirm another
 * @param gesture what identifies the gesture on its platform, the same on every redelivery
 * @param named the people the gesture names, so that they can be read together with the member
 */
public record Opening(
        Account owner, String ownerName, Optional<ZoneId> zone, String gesture, Instant at, List<Who> named) {
    public Opening {
        named = List.copyOf(named);
    }
}
