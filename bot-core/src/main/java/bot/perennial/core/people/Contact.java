package bot.perennial.core.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often and when a member was in touch with someone.
 *
 * @param times how many contacts are logged
 * @param last the local date of the latest one
 * @param ways how the last three happened, latest first
 * @param loggedAt when the latest log was written, whatever day it was about
 */
public record Contact(int times, Optional<LocalDate> last, List<How> ways, Optional<Instant> loggedAt) {
    /** Never in touch. */
    public static final Contact NONE = new Contact(0, Optional.empty(), List.of(), Optional.empty());

    private static final int WAYS = 3;

    public Contact {
        ways = List.copyOf(ways);
    }

    /** One contact more; an older one moves neither the latest date nor the ways. */
    public Contact logged(LocalDate day, Optional<How> how, Instant at) {
        if (last.isPresent() && day.isBefore(last.get())) {
            return new Contact(times + 1, last, ways, Optional.of(at));
        }
        var newer = Stream.concat(how.stream(), ways.stream()).limit(WAYS).toList();
        return new Contact(times + 1, Optional.of(day), newer, Optional.of(at));
    }
}
