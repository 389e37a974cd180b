package bot.perennial.app.faults;

import bot.perennial.core.store.Letters.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what the bot said, what the platforms accepted and what is stored, and names every broken promise. */
final class History {
    private static final Pattern WORD = Pattern.compile("Q[bcdfghjklmnpqrstvwxz]{6}");

    final List<String> broken = new ArrayList<>();
    int confirmed;
    int nudges;
    int ambiguous;
    int brought;
    private final World world;

    History(World world) {
        this.world = world;
    }

    /** P1, P2 and P4, with the bot just back from the dead and before anything is brought to it again. */
    void afterDeath(List<Citizen> citizens) {
        for (var citizen : citizens) {
            for (var promise : citizen.promises()) {
                var stored = world.stored(citizen, promise);
                expect(stored <= 1, "P2 applied " + stored + " times", citizen, promise);
                expect(stored > 0 || !promise.confirmed(), "P1 confirmed and lost", citizen, promise);
                expect(stored == 0 || !promise.refused(), "P4 said not saved, but is", citizen, promise);
            }
        }
    }

    /** The same when everything has been answered in the end. */
    void afterAnswers(List<Citizen> citizens) {
        for (var citizen : citizens) {
            for (var each : citizen.asked) {
                expect(each.confirmed(), "P3 never confirmed", citizen, each);
                expect(each.differentConfirmations() <= 1, "P2 answered differently", citizen, each);
            }
            for (var promise : citizen.promises()) {
                var stored = world.stored(citizen, promise);
                expect(stored == 1, "P2 stored " + stored + " times in the end", citizen, promise);
                confirmed++;
            }
        }
    }

    /** P5 and P6 at the end of a day for those to whom something was due. */
    void afterMorning(List<Citizen> citizens, LocalDate day) {
        for (var citizen : citizens) {
            var accepted = citizen.nudges(day);
            var state = world.nudge(citizen, day);
            var who = citizen.voice.account() + " on " + day;
            expect(accepted.size() <= 1, "P5 " + accepted.size() + " nudges for " + who + ": " + accepted);
            nudges += accepted.size();
            if (state.filter(State.SENT::equals).isPresent()) {
                expect(accepted.size() == 1, "P5 a nudge was marked as sent to " + who + " but never accepted");
                for (var promise : citizen.promises()) {
                    expect(
                            accepted.stream().anyMatch(words -> words.contains(promise.id)),
                            "P6 not in the nudge",
                            citizen,
                            promise);
                }
            } else {
                ambiguous++;
                expect(
                        citizen.voice.account().platform().equals("slack"),
                        "P5 where messages can be looked for, nothing stays in doubt: " + who);
                expect(
                        state.filter(State.AMBIGUOUS::equals).isPresent(),
                        "P6 the nudge for " + who + " is "
                                + state.map(State::name).orElse("missing"));
            }
        }
    }

    /** P6 and P10, when a member leaves because everything was brought, or after far too many mornings. */
    void afterDays(List<Citizen> citizens) {
        for (var citizen : citizens) {
            for (var promise : citizen.promises()) {
                expect(citizen.wasBrought(promise), "P6 never brought", citizen, promise);
                brought++;
            }
            expect(citizen.greetings().size() <= 1, "P5 greeted twice: " + citizen.voice.account());
            var own = citizen.asked.stream().map(each -> each.id).collect(Collectors.toUnmodifiableSet());
            Stream.concat(citizen.asked.stream().flatMap(each -> each.answers().stream()), citizen.letters())
                    .flatMap(words -> words(words).stream())
                    .filter(word -> !own.contains(word))
                    .forEach(word -> broken.add("P10 " + citizen.voice.account() + " was shown " + word));
        }
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private void expect(boolean kept, String words, Citizen citizen, Asked asked) {
        expect(
                kept,
                words + ": " + asked.path + " " + asked.id + " of " + citizen.voice.account() + ", answered "
                        + asked.answers());
    }

    private void expect(boolean kept, String words) {
        if (!kept) {
            System.out.println(world.today() + " broken: " + words);
            broken.add(words);
        }
    }
}
