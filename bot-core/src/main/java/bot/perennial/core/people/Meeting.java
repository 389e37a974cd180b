package bot.perennial.core.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One contact with one person, as it was logged.
 *
 * @param on the local date it happened
 * @param log the gesture that wrote it: people met together share it
 * @param theyHelped whether they helped the member
 * @param helpedThem whether the member helped them
 */
public record Meeting(
        long id,
        long personId,
        LocalDate on,
        Optional<How> how,
        Optional<String> where,
        Optional<String> note,
        boolean theyHelped,
        boolean helpedThem,
        Instant loggedAt,
        long log) {

    public Meeting of(long person) {
        return new Meeting(id, person, on, how, where, note, theyHelped, helpedThem, loggedAt, log);
    }

    public Meeting theyHelped(boolean fact) {
        return new Meeting(id, personId, on, how, where, note, fact, helpedThem, loggedAt, log);
    }

    public Meeting helpedThem(boolean fact) {
        return new Meeting(id, personId, on, how, where, note, theyHelped, fact, loggedAt, log);
    }

    public Meeting told(LocalDate day, Optional<How> way, Optional<String> place, Optional<String> words) {
        return new Meeting(id, personId, day, way, place, words, theyHelped, helpedThem, loggedAt, log);
    }
}
