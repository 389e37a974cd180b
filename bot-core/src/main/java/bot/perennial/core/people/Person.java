package bot.perennial.core.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Someone in a member's notebook.
 *
 * @param account set when they were pointed at with a mention
 * @param unsorted whether a log names them in a way that fits several people, and nobody has said yet which
 */
public record Person(
        long id,
        String name,
        Optional<Account> account,
        boolean unsorted,
        LocalDate addedOn,
        Profile profile,
        Contact contact,
        Keeping keeping) {

    /** How to point at this person in a button's line. */
    public String typed() {
        return new Who.Known(id).typed();
    }

    public Person named(String newName) {
        return new Person(id, newName, account, unsorted, addedOn, profile, contact, keeping);
    }

    public Person sorted() {
        return new Person(id, name, account, false, addedOn, profile, contact, keeping);
    }

    public Person mentioned(Account known) {
        return new Person(id, name, Optional.of(known), unsorted, addedOn, profile, contact, keeping);
    }

    public Person with(Profile changed) {
        return new Person(id, name, account, unsorted, addedOn, changed, contact, keeping);
    }

    public Person with(Contact changed) {
        return new Person(id, name, account, unsorted, addedOn, profile, changed, keeping);
    }

    public Person with(Keeping changed) {
        return new Person(id, name, account, unsorted, addedOn, profile, contact, changed);
    }
}
