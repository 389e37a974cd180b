package bot.perennial.core.testing;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.Contact;
import bot.perennial.core.people.Keeping;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Profile;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.People;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyone in one notebook in memory. */
record InMemoryPeople(Transaction tx, long owner) implements People {
    private static final Comparator<Person> BY_NAME =
            Comparator.comparing((Person person) -> NameKey.of(person.name())).thenComparingLong(Person::id);
    private static final Comparator<Person> LATEST = Comparator.comparing(
                    (Person person) -> person.contact().last().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(BY_NAME);

    @Override
    public List<Person> named(Who who) {
        return switch (who) {
            case Who.Known(long id) -> find(id).stream().toList();
            case Who.Mentioned(Account account, String name) ->
                firstOf(
                        person -> person.account().equals(Optional.of(account)),
                        person -> person.account().isEmpty() && sameName(person, name));
            case Who.Named(String name) ->
                firstOf(person -> sameName(person, name), person -> NameKey.allStartIn(person.name(), name));
        };
    }

    @Override
    public Optional<Person> find(long id) {
        return tx.find(key(id), Row.Noted.class).map(Row.Noted::person);
    }

    @Override
    public List<Person> all() {
        return everyone().sorted(BY_NAME).toList();
    }

    @Override
    public List<Person> suggest(String text, int most) {
        return everyone()
                .filter(person -> !person.unsorted() && NameKey.startsIn(person.name(), text))
                .sorted(LATEST)
                .limit(most)
                .toList();
    }

    @Override
    public Person add(String name, Optional<Account> account, boolean unsorted, LocalDate today) {
        var id = tx.next(Key.Kind.PERSON);
        var person = new Person(id, name, account, unsorted, today, Profile.EMPTY, Contact.NONE, Keeping.NONE);
        tx.put(key(id), new Row.Noted(person));
        return person;
    }

    @Override
    public void save(Person person) {
        if (find(person.id()).isEmpty()) {
            throw new IllegalArgumentException("Nobody with id " + person.id() + " is in this notebook");
        }
        tx.put(key(person.id()), new Row.Noted(person));
    }

    @Override
    public void forget(Person person) {
        if (find(person.id()).isEmpty()) {
            return;
        }
        new InMemoryMeetings(tx, owner, 0).removeAll(person.id());
        new InMemoryPromises(tx, owner).removeAll(person.id());
        tx.remove(key(person.id()));
    }

    @Override
    public Map<LocalDate, Integer> hellos(LocalDate from, LocalDate to) {
        return placed().map(person -> person.keeping().next().orElseThrow())
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .collect(Collectors.toMap(Function.identity(), day -> 1, Integer::sum, TreeMap::new));
    }

    /** Those with a hello placed, by id. */
    Stream<Person> placed() {
        return everyone()
                .filter(person ->
                        person.keeping().next().isPresent() && !person.keeping().resting());
    }

    private List<Person> firstOf(Predicate<Person> better, Predicate<Person> good) {
        var sorted =
                everyone().filter(person -> !person.unsorted()).sorted(LATEST).toList();
        var best = sorted.stream().filter(better).toList();
        return best.isEmpty() ? sorted.stream().filter(good).toList() : best;
    }

    private Stream<Person> everyone() {
        return tx.all(Key.Kind.PERSON, owner, Row.Noted.class).map(Row.Noted::person);
    }

    private Key key(long id) {
        return new Key(Key.Kind.PERSON, owner, id);
    }

    private static boolean sameName(Person person, String name) {
        var key = NameKey.of(name);
        return !key.isEmpty() && NameKey.of(person.name()).equals(key);
    }
}
