package bot.perennial.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a member has noted about who someone is; empty strings where nothing is noted.
 *
 * @param tags without their {@code #}, in the order they were added
 * @param upTo what they are up to
 * @param upToOn when that was noted
 * @param via the id of the person who suggested them
 */
public record Profile(
        List<String> tags, String upTo, Optional<LocalDate> upToOn, String needs, String offers, Optional<Long> via) {
    /** Nothing noted yet. */
    public static final Profile EMPTY = new Profile(List.of(), "", Optional.empty(), "", "", Optional.empty());

    public Profile {
        tags = List.copyOf(tags);
    }

    public Profile via(long person) {
        return new Profile(tags, upTo, upToOn, needs, offers, Optional.of(person));
    }

    /** What they are up to, noted on a day; the day stays when the words do. */
    public Profile upTo(String words, LocalDate day) {
        if (words.equals(upTo)) {
            return this;
        }
        var noted = words.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(day);
        return new Profile(tags, words, noted, needs, offers, via);
    }

    public Profile needs(String words) {
        return new Profile(tags, upTo, upToOn, words, offers, via);
    }

    public Profile offers(String words) {
        return new Profile(tags, upTo, upToOn, needs, words, via);
    }

    public Profile tags(List<String> changed) {
        return new Profile(changed, upTo, upToOn, needs, offers, via);
    }
}
