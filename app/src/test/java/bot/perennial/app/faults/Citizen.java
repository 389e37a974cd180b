package bot.perennial.app.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A simulated member: what they asked, and what was written to them without being asked. */
final class Citizen {
    final Voice voice;
    final LocalDate since;
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile boolean left;
    private final Map<LocalDate, List<String>> letters = new ConcurrentHashMap<>();

    Citizen(Voice voice, LocalDate since) {
        this.voice = voice;
        this.since = since;
    }

    void received(LocalDate day, String words) {
        letters.computeIfAbsent(day, key -> new CopyOnWriteArrayList<>()).add(words);
    }

    List<String> nudges(LocalDate day) {
        return letters.getOrDefault(day, List.of()).stream()
                .filter(words -> !greeting(words))
                .toList();
    }

    List<String> greetings() {
        return letters().filter(Citizen::greeting).toList();
    }

    Stream<String> letters() {
        return letters.values().stream().flatMap(List::stream);
    }

    boolean hasEverything() {
        return promises().stream().allMatch(this::wasBrought);
    }

    boolean wasBrought(Asked promise) {
        return letters().anyMatch(words -> words.contains(promise.id));
    }

    List<Asked> promises() {
        return asked.stream().filter(each -> each.path.equals("followup")).toList();
    }

    private static boolean greeting(String words) {
        return words.startsWith("This is where I'll find you.");
    }
}
