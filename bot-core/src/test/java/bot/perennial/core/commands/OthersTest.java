package bot.perennial.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Kind;
import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody reads or changes what someone else noted, whatever they type, press or send: every command, button and form of
 * one member is tried by others.
 */
class OthersTest {
    private static final String CANARY = "canary";
    private static final Account OWNER = new Account("test", "home", "sam");

    private final TestBot bot = new TestBot("2026-03-02T07:00:00Z");
    private final Set<String> lines = new LinkedHashSet<>();
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();
    private int gestures;

    static List<Account> others() {
        return List.of(
                new Account("test", "home", "kim"),
                new Account("test", "home", "organiser"),
                new Account("test", "elsewhere", "sam"),
                new Account("other", "home", "sam"),
                new Account("test", "", ""),
                new Account("test", "home", "SAM"),
                new Account("test", "home", "sam "));
    }

    @BeforeEach
    void noteMuch() {
        for (var line : List.of(
                "met Dana Ortiz at canary cafe - canary wants visa advice #canary next:2w",
                "met Dana Wu - canary two",
                "met Dana - canary three",
                "met Ana canary, Ben canary, Cleo canary, Dev canary at PyCon",
                "followup dana ortiz fri - canary article kind:share",
                "followup dana ortiz every 2w",
                "followup ana canary tomorrow",
                "people edit dana ortiz needs:canary need offers:canary offer upto:canary move")) {
            collect(bot.bot().pressed(gesture(OWNER), "/" + line), 2);
        }
        for (var spec : bot.bot().specs()) {
            for (var example : spec.examples()) {
                collect(bot.bot().pressed(gesture(OWNER), example), 1);
            }
        }
        bot.time().pass(Duration.ofDays(1));
        for (var line :
                List.of("/people", "/people ana canary", "/people quiet", "/followup", "/nudge", "/nudge why")) {
            collect(bot.bot().pressed(gesture(OWNER), line), 1);
        }
        guess();
    }

    /** Lines that nobody was shown, with ids that are easy to guess. */
    private void guess() {
        for (var command : Commands.all()) {
            var spec = command.spec();
            for (var id = 1; id <= 40 && !spec.visible(); id++) {
                var line = new StringBuilder("/" + spec.path());
                for (var option : spec.options()) {
                    line.append(
                            switch (option.kind()) {
                                case Kind.Id kind -> " " + Long.toString(id, Character.MAX_RADIX);
                                case Kind.Someone kind -> " ~" + Long.toString(id, Character.MAX_RADIX);
                                case Kind.OneOf(var choices) ->
                                    " " + choices.getFirst().value();
                                case Kind<?> kind -> "";
                            });
                }
                lines.add(line.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void seeAndChangeNothing(Account other) {
        var before = owned();
        for (var line : lines) {
            refusedCanaries(bot.bot().pressed(gesture(other), line), line);
        }
        forms.forEach((line, fields) -> {
            var answers = new LinkedHashMap<String, String>();
            fields.forEach(field -> answers.put(field, field.equals("when") ? "yesterday" : "mine"));
            refusedCanaries(bot.bot().sent(gesture(other), line, answers), line);
        });
        for (CommandSpec spec : bot.bot().specs()) {
            spec.options()
                    .forEach(option -> List.of("", "d", "c", "canary", "~1").forEach(typed -> assertThat(bot.bot()
                                    .complete(gesture(other), spec.path(), option.name(), typed)
                                    .toString())
                            .as(spec.path() + " " + option.name())
                            .doesNotContain(CANARY)));
        }
        for (var line : List.of(
                "/check others-1",
                "/people",
                "/people find can",
                "/people dana",
                "/followup",
                "/nudge",
                "/nudge why")) {
            refusedCanaries(bot.bot().pressed(gesture(other), line), line);
        }
        assertThat(owned()).isEqualTo(before);
    }

    @Test
    void areTriedWithEverythingThatCanBePressed() {
        assertThat(lines).hasSizeGreaterThan(60);
        assertThat(forms).hasSizeGreaterThan(4);
        assertThat(Commands.all().stream()
                        .map(command -> command.spec().name())
                        .filter(name -> lines.stream().noneMatch(line -> line.startsWith("/" + name)))
                        .filter(name -> forms.keySet().stream().noneMatch(line -> line.startsWith("/" + name))))
                .as("commands nobody tried")
                .isSubsetOf("help");
    }

    /** Remembers all that can be pressed or sent, and presses what leads on. */
    private void collect(Reply reply, int depth) {
        switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> collect(message, depth);
            case Reply.Refused(Message message, String option) -> collect(message, depth);
            case Reply.Ask(var form) ->
                forms.computeIfAbsent(form.line(), line -> new LinkedHashSet<>())
                        .addAll(form.fields().stream()
                                .map(field -> field.name())
                                .toList());
        }
    }

    private void collect(Message message, int depth) {
        for (var button : message.buttons()) {
            // a line that carries the owner's words is only ever shown to the owner
            if (!button.line().contains(CANARY) && lines.add(button.line()) && depth > 0 && leadsOn(button.line())) {
                collect(bot.bot().pressed(gesture(OWNER), button.line()), depth - 1);
            }
        }
        for (var block : message.blocks()) {
            if (block instanceof Block.Entry entry) {
                entry.controls().stream()
                        .filter(Control.Picks.class::isInstance)
                        .map(Control.Picks.class::cast)
                        .forEach(picks -> lines.add(
                                picks.line() + " " + picks.choices().getFirst().value()));
            }
        }
    }

    /** Not what takes away what others are to try to reach. */
    private static boolean leadsOn(String line) {
        return !line.startsWith("/undo") && !line.startsWith("/forget") && !line.endsWith(" stop");
    }

    private static void refusedCanaries(Reply reply, String line) {
        assertThat(reply.toString()).as(line).doesNotContainIgnoringCase(CANARY).doesNotContain("Something broke");
    }

    private Gesture gesture(Account account) {
        gestures++;
        bot.time().pass(Duration.ofSeconds(2)); // nobody is asked to wait
        return new Gesture(account, "others-" + gestures, "", Optional.of(ZoneId.of("UTC")), "");
    }

    private String owned() {
        return bot.store().snapshot(OWNER);
    }
}
