package bot.perennial.bench.commands;

import bot.perennial.core.command.Gesture;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Contact;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.store.Opening;
import bot.perennial.core.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Members with people in their notebooks, each met once, with a place and a note. */
final class Population {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 12);
    private static final List<String> FIRST_NAMES = List.of(
            "Ana", "Ben", "Chidi", "Dana", "Elif", "Femi", "Gita", "Hugo", "Ines", "Jomo", "Kai", "Lena", "Mateo",
            "Noor", "Olga", "Priya", "Quinn", "Rosa", "Sven", "Tariq");
    private static final AtomicLong GESTURES = new AtomicLong();
    private static final int LOADERS = 6;

    private final List<Keys> people;
    private final int members;
    private final AtomicLong next = new AtomicLong();

    private Population(List<Keys> people, int members) {
        this.people = people;
        this.members = members;
    }

    /** Makes the members through the store, as gestures would. */
    static Population make(Store store, String name, int members, int each) throws Exception {
        try (var loaders = Executors.newFixedThreadPool(LOADERS)) {
            var making = new ArrayList<Callable<List<Keys>>>();
            for (var number = 0; number < members; number++) {
                var account = name + number;
                making.add(() -> member(store, account, each));
            }
            var notebooks = new ArrayList<List<Keys>>();
            for (var made : loaders.invokeAll(making)) {
                notebooks.add(made.get());
            }
            return new Population(across(notebooks, each), members);
        }
    }

    /** Someone in some notebook; one member after the other, so that nobody waits for themselves. */
    Keys next() {
        return people.get((int) (next.getAndIncrement() % people.size()));
    }

    int members() {
        return members;
    }

    static Gesture gesture(Keys keys) {
        return new Gesture(
                account(keys.account()),
                "g" + GESTURES.incrementAndGet(),
                "Sam",
                Optional.of(ZoneId.of("Europe/Lisbon")),
                "");
    }

    static String name(Keys keys) {
        return FIRST_NAMES.get(Math.floorMod(keys.surname().hashCode(), FIRST_NAMES.size())) + " " + keys.surname();
    }

    private static List<Keys> across(List<List<Keys>> notebooks, int each) {
        var people = new ArrayList<Keys>();
        for (var number = 0; number < each; number++) {
            for (var notebook : notebooks) {
                people.add(notebook.get(number));
            }
        }
        return List.copyOf(people);
    }

    private static List<Keys> member(Store store, String account, int each) {
        var opening = new Opening(
                account(account), "Sam", Optional.of(ZoneId.of("Europe/Lisbon")), "load " + account, START, List.of());
        store.as(opening, notebook -> {
            notebook.save(notebook.member().with(notebook.member().progress().nudgeOffered()));
            for (var number = 0; number < each; number++) {
                note(notebook, number);
            }
            return new Reply.Done(Message.of("Noted."));
        });
        return store.look(account(account), notebook -> {
            var member = notebook.member().id();
            return notebook.people().all().stream()
                    .map(person -> new Keys(
                            account,
                            member,
                            person.id(),
                            person.name().substring(person.name().indexOf(' ') + 1)))
                    .toList();
        });
    }

    private static void note(Notebook notebook, int number) {
        var name = name(new Keys("", 0, 0, surname(number)));
        var person = notebook.people().add(name, Optional.empty(), false, LONG_AGO);
        var met = LONG_AGO.plusDays(number % 30);
        notebook.people().save(person.with(Contact.NONE.logged(met, Optional.empty(), START.minusSeconds(86_400))));
        notebook.meetings()
                .add(
                        person.id(),
                        met,
                        Optional.empty(),
                        Optional.of("Blue Bottle"),
                        Optional.of("moving to fintech in May, wants visa advice from someone who has done it"),
                        START);
    }

    /** All as long as each other, and none within another. */
    private static String surname(int number) {
        return "Mc" + (char) ('a' + number / 676 % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26)
                + "son";
    }

    private static Account account(String user) {
        return new Account("bench", "T1", user);
    }
}
