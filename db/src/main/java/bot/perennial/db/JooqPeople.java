package bot.perennial.db;

import static bot.perennial.db.generated.Tables.PERSON;

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
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Everyone in one notebook, in the database. */
record JooqPeople(Pages pages) implements People {
    private static final Comparator<Person> BY_NAME =
            Comparator.comparing((Person person) -> NameKey.of(person.name())).thenComparingLong(Person::id);
    private static final Comparator<Person> LATEST = Comparator.comparing(
                    (Person person) -> person.contact().last().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(BY_NAME);
    private static final char ESCAPE = '!';

    /** Rows that a name or mention may mean, and perhaps some more. */
    static Condition candidates(Who who) {
        return switch (who) {
            case Who.Known(long id) -> PERSON.PERSON_ID.eq(id);
            case Who.Mentioned(Account account, String name) ->
                PERSON.PLATFORM
                        .eq(account.platform())
                        .and(PERSON.WORKSPACE.eq(account.workspace()))
                        .and(PERSON.ACCOUNT.eq(account.user()))
                        .or(PERSON.ACCOUNT.isNull().and(PERSON.NAME_KEY.eq(PersonRow.key(name))));
            case Who.Named(String name) -> {
                var words = words(name);
                yield words.isEmpty()
                        ? DSL.falseCondition()
                        : DSL.and(words.stream().map(JooqPeople::wordBegins).toList());
            }
        };
    }

    /** The values of {@link #candidates}, in its order. */
    static List<Object> values(Who who) {
        return switch (who) {
            case Who.Known(long id) -> List.of(id);
            case Who.Mentioned(Account account, String name) ->
                List.of(account.platform(), account.workspace(), account.user(), PersonRow.key(name));
            case Who.Named(String name) ->
                words(name).stream().<Object>map(JooqPeople::beginning).toList();
        };
    }

    /** The words of a name; none when it has none. */
    static List<String> words(String name) {
        var words = NameKey.of(name);
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    @Override
    public List<Person> named(Who who) {
        pages.readNamed(who);
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
        return pages.people().find(id).map(this::read);
    }

    @Override
    public List<Person> all() {
        return read(pages.people().matching(DSL.noCondition(), row -> true))
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public List<Person> suggest(String text, int most) {
        var rows = pages.people()
                .matching(
                        DSL.and(wordBegins(NameKey.of(text)), PERSON.UNSORTED.isFalse()),
                        row -> true,
                        List.of(PERSON.LAST_ON.desc(), PERSON.NAME_KEY.asc(), PERSON.PERSON_ID.asc()),
                        most);
        return read(rows)
                .filter(person -> !person.unsorted() && NameKey.startsIn(person.name(), text))
                .sorted(LATEST)
                .limit(most)
                .toList();
    }

    @Override
    public Person add(String name, Optional<Account> account, boolean unsorted, LocalDate today) {
        var person =
                new Person(pages.nextId(), name, account, unsorted, today, Profile.EMPTY, Contact.NONE, Keeping.NONE);
        put(person);
        return person;
    }

    @Override
    public void save(Person person) {
        var there = find(person.id())
                .orElseThrow(
                        () -> new IllegalArgumentException("Nobody with id " + person.id() + " is in this notebook"));
        if (!there.equals(person)) {
            put(person);
        }
    }

    @Override
    public void forget(Person person) {
        if (find(person.id()).isEmpty()) {
            return;
        }
        var meetings = new JooqMeetings(pages);
        meetings.with(person.id(), Ledger.ALL).forEach(meetings::remove);
        new JooqPromises(pages).removeAll(person.id());
        pages.people().remove(person.id());
    }

    @Override
    public Map<LocalDate, Integer> hellos(LocalDate from, LocalDate to) {
        return pages.hellos(from, to).stream()
                .map(row -> row.get(PERSON.NEXT_ON))
                .collect(Collectors.toMap(Function.identity(), day -> 1, Integer::sum, TreeMap::new));
    }

    private List<Person> firstOf(Predicate<Person> better, Predicate<Person> good) {
        var sorted = read(pages.people().seen(row -> !row.get(PERSON.UNSORTED)))
                .sorted(LATEST)
                .toList();
        var best = sorted.stream().filter(better).toList();
        return best.isEmpty() ? sorted.stream().filter(good).toList() : best;
    }

    private void put(Person person) {
        var row = pages.people().draft(person.id());
        pages.personRow().write(person, row);
        pages.people().put(row, pages.gesture());
    }

    private Person read(Record row) {
        return pages.personRow().read(row);
    }

    private java.util.stream.Stream<Person> read(List<Record> rows) {
        return rows.stream().map(this::read);
    }

    private static Condition wordBegins(String word) {
        return PERSON.NAME_KEY.like(beginning(word), ESCAPE);
    }

    private static String beginning(String word) {
        return "% " + DSL.escape(word, ESCAPE) + "%";
    }

    private static boolean sameName(Person person, String name) {
        var key = NameKey.of(name);
        return !key.isEmpty() && NameKey.of(person.name()).equals(key);
    }
}
