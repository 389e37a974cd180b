package bot.perennial.core.testing;

import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Item;
import bot.perennial.core.store.Matter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be brought to one member. */
record Items(Transaction tx, long owner) {
    /** By date; promises before hellos. */
    List<Item> due(LocalDate day) {
        var promises = new InMemoryPromises(tx, owner)
                .open().stream().map(promise -> new Item.Kept(promise.id(), promise.personId(), promise.due()));
        var hellos = new InMemoryPeople(tx, owner)
                .placed()
                .map(person ->
                        new Item.Hello(person.id(), person.keeping().next().orElseThrow()));
        return Stream.<Item>concat(promises, hellos)
                .filter(item -> !item.on().isAfter(day))
                .sorted(Comparator.comparing(Item::on))
                .toList();
    }

    /** With how many people the last contact was on a day or in the week before it. */
    int inTouch(LocalDate day) {
        return (int) new InMemoryPeople(tx, owner)
                .all().stream()
                        .flatMap(person -> person.contact().last().stream())
                        .filter(last -> !last.isAfter(day) && !last.isBefore(day.minusDays(7)))
                        .count();
    }

    List<Matter> matters(List<Item> items) {
        return items.stream().flatMap(item -> matter(item).stream()).toList();
    }

    private Optional<Matter> matter(Item item) {
        return switch (item) {
            case Item.Hello hello -> person(hello).map(person -> matter(hello, person, Optional.empty()));
            case Item.Kept kept ->
                new InMemoryPromises(tx, owner)
                        .find(kept.promiseId())
                        .filter(Promise::open)
                        .flatMap(promise -> person(kept).map(person -> matter(kept, person, Optional.of(promise))));
        };
    }

    private Optional<Person> person(Item item) {
        return new InMemoryPeople(tx, owner).find(item.personId());
    }

    private Matter matter(Item item, Person person, Optional<Promise> promise) {
        return Matter.of(
                item, person, promise, new InMemoryMeetings(tx, owner, 0).with(person.id(), Integer.MAX_VALUE));
    }
}
