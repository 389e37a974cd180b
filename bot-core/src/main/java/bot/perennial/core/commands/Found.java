package bot.perennial.core.commands;

import bot.perennial.core.people.Account;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a name or mention means: the one person it fits, someone new, or one of several that only the member can tell.
 *
 * @param person the one it fits; empty when new or not to be told yet
 * @param fits those of whom one is meant, when the name does not tell
 */
record Found(String name, Optional<Account> account, Optional<Person> person, List<Person> fits) {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> ONESELF = Set.of("me", "myself", "@me");

    /** Finds everyone named, each once; empty when a button points at someone who is no longer there. */
    static Optional<List<Found>> all(Notebook notebook, List<Who> who) {
        var all = new ArrayList<Found>();
        for (var one : who) {
            var found = one(notebook, one);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (found.get().person().isEmpty()
                    || all.stream().noneMatch(other -> other.person()
                            .equals(found.get().person()))) {
                all.add(found.get());
            }
        }
        return Optional.of(all);
    }

    static Optional<Found> one(Notebook notebook, Who who) {
        return switch (who) {
            case Who.Known(long id) ->
                notebook.people()
                        .find(id)
                        .map(person -> new Found(person.name(), person.account(), Optional.of(person), List.of()));
            case Who.Mentioned(Account account, String name) ->
                Optional.of(of(name, Optional.of(account), notebook.people().named(who)));
            case Who.Named(String name) ->
                Optional.of(of(name, Optional.empty(), notebook.people().named(who)));
        };
    }

    /** Whether a member names themselves: by a mention, or as a person would say it. */
    static boolean oneself(List<Who> who, Account member) {
        return who.stream().anyMatch(one -> switch (one) {
            case Who.Mentioned(Account account, String name) -> account.equals(member);
            case Who.Named(String name) -> ONESELF.contains(name.toLowerCase(Locale.ROOT));
            case Who.Known known -> false;
        });
    }

    /** Whether only the member can tell who is meant. */
    boolean unclear() {
        return person.isEmpty() && !fits.isEmpty();
    }

    private static Found of(String name, Optional<Account> account, List<Person> fits) {
        var shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
        var person = fits.size() == 1 && (account.isPresent() || tells(name, fits.getFirst()))
                ? Optional.of(fits.getFirst())
                : Optional.<Person>empty();
        return new Found(
                shown,
                account,
                person.map(known -> account.map(known::mentioned).orElse(known)),
                fits);
    }

    /** A single letter tells nobody, unless it is the whole name. */
    private static boolean tells(String name, Person fit) {
        var key = NameKey.of(name);
        return key.codePointCount(0, key.length()) > 1 || key.equals(NameKey.of(fit.name()));
    }
}
