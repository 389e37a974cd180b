package bot.perennial.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Store;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody reads or changes what someone else noted, whatever they type, press or send: every command, button and form of
 * one member is tried by others.
 */
public abstract class OthersContract {
    private static final Account OWNER = new Account("test", "home", "sam");
    private static final Account MENTIONED = new Account("test", "home", "mia");

    private final MovableTime time = new MovableTime("2026-03-02T07:00:00Z");
    private Bot bot;
    private EveryGesture every;

    protected abstract Store store();

    /** Everything that is stored of one member. */
    protected abstract String stored(Account owner);

    /** How many ids are tried with each command that takes one. */
    protected int guesses() {
        return 40;
    }

    static List<Account> others() {
        return List.of(
                MENTIONED,
                new Account("test", "home", "organiser"),
                new Account("test", "elsewhere", "sam"),
                new Account("other", "home", "sam"),
                new Account("test", "", ""),
                new Account("test", "home", "SAM"),
                new Account("test", "home", "sam\u200B"),
                new Account("test", "home", "sam\u0000"));
    }

    @BeforeEach
    void noteMuch() {
        bot = new Bot(Commands.all(), store(), time);
        every = EveryGesture.of(bot, time, OWNER, MENTIONED, guesses());
    }

    @ParameterizedTest
    @MethodSource("others")
    void seeAndChangeNothing(Account other) {
        var before = stored(OWNER);
        assertThat(before).isNotEmpty();
        for (var line : every.lines()) {
            refusedCanaries(bot.pressed(every.gesture(other), line), line);
        }
        every.forms()
                .forEach((line, fields) ->
                        refusedCanaries(bot.sent(every.gesture(other), line, EveryGesture.answers(fields)), line));
        for (var spec : bot.specs()) {
            for (var option : spec.options()) {
                for (var typed : List.of("", "d", "c", "canary", "~1")) {
                    assertThat(bot.complete(every.gesture(other), spec.path(), option.name(), typed)
                                    .toString())
                            .as(spec.path() + " " + option.name())
                            .doesNotContain(EveryGesture.CANARY);
                }
            }
        }
        for (var line : List.of(
                "/check every-1", "/people", "/people find can", "/people dana", "/followup", "/nudge", "/nudge why")) {
            refusedCanaries(bot.pressed(every.gesture(other), line), line);
        }
        assertThat(stored(OWNER)).isEqualTo(before);
    }

    @Test
    void areTriedWithEverythingThatCanBePressed() {
        assertThat(every.lines()).hasSizeGreaterThan(60);
        assertThat(every.forms()).hasSizeGreaterThan(4);
        assertThat(Commands.all().stream()
                        .map(command -> command.spec().path())
                        .filter(path -> every.lines().stream().noneMatch(line -> line.startsWith("/" + path)))
                        .filter(path -> every.forms().keySet().stream().noneMatch(line -> line.startsWith("/" + path))))
                .as("commands nobody tried")
                .isEmpty();
    }

    private static void refusedCanaries(Reply reply, String line) {
        assertThat(reply.toString())
                .as(line)
                .doesNotContainIgnoringCase(EveryGesture.CANARY)
                .doesNotContain("Something broke");
    }
}
