package bot.perennial.core.commands;

import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.NameKey;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Notebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything a member has noted, to be searched by the beginnings of words. */
final class Search {
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST_EVIDENCE = 120;

    private final Map<Long, List<String>> noted = new HashMap<>();
    private final List<Person> people;

    /** Someone who fits, and the first words noted that do; empty when their name does. */
    record Hit(Person person, String evidence) {}

    Search(Notebook notebook) {
        people = notebook.people().all();
        for (Meeting meeting : notebook.meetings().all()) {
            note(meeting.personId(), meeting.note());
            note(meeting.personId(), meeting.where());
        }
        for (Promise promise : notebook.promises().open()) {
            note(promise.personId(), promise.about());
        }
    }

    /** Those about whom every word was noted: by name first, then the latest contact. */
    List<Hit> hits(String words) {
        var wanted = words(words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return people.stream()
                .flatMap(person -> hit(person, wanted).stream())
                .sorted(Comparator.comparing((Hit hit) -> !hit.evidence().isEmpty())
                        .thenComparing(hit -> PeopleCommand.since(hit.person()), Comparator.reverseOrder()))
                .toList();
    }

    private Optional<Hit> hit(Person person, List<String> wanted) {
        var name = key(person.name());
        var evidence = "";
        var texts = texts(person);
        for (var word : wanted) {
            if (!name.contains(word)) {
                var found =
                        texts.stream().filter(text -> key(text).contains(word)).findFirst();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                evidence = evidence.isEmpty() ? found.get() : evidence;
            }
        }
        return Optional.of(new Hit(person, shortened(evidence)));
    }

    private List<String> texts(Person person) {
        var profile = person.profile();
        return Stream.concat(
                        Stream.of(String.join(" ", profile.tags()), profile.upTo(), profile.needs(), profile.offers()),
                        noted.getOrDefault(person.id(), List.of()).stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void note(long person, Optional<String> text) {
        text.ifPresent(
                words -> noted.computeIfAbsent(person, id -> new ArrayList<>()).add(words));
    }

    private static List<String> words(String text) {
        return APART.splitAsStream(NameKey.of(text))
                .filter(word -> !word.isEmpty())
                .map(word -> " " + word)
                .toList();
    }

    private static String key(String text) {
        return " " + APART.matcher(NameKey.of(text)).replaceAll(" ");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_EVIDENCE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EVIDENCE - 1)) + "…";
    }
}
