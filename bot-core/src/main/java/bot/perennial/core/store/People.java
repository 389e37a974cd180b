package bot.perennial.core.store;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyone in a member's notebook. */
public interface People {
    /**
     * Those a name or mention may mean, unsorted ones left out: by mention, the person with that account, or else those
     * of that name who have no account; by name, those whose whole name it is, or else those in whose name each of its
     * words begins a word. Case, accents and surrounding space don't count. Latest contact first.
     */
    List<Person> named(Who who);

    Optional<Person> find(long id);

    /** Everyone, by name. */
    List<Person> all();

    /** Those in whose name the text begins a word, unsorted ones left out; latest contact first, then by name. */
    List<Person> suggest(String text, int most);

    Person add(String name, Optional<Account> account, boolean unsorted, LocalDate today);

    /**
     * Changes someone.
     *
     * @throws IllegalArgumentException if nobody with their id is in this notebook
     */
    void save(Person person);

    /** Removes someone with their meetings and promises. */
    void forget(Person person);

    /** How many hellos are placed on each day from one day to another, both included; days without any are left out. */
    Map<LocalDate, Integer> hellos(LocalDate from, LocalDate to);
}
