package bot.perennial.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.FakeMember;
import bot.perennial.discord.testing.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T5 on Discord: whatever members can do, repeated, out of date, or with an id that nobody was shown. */
@Timeout(120)
class EveryInteractionTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final int FORGERIES = Integer.getInteger("perennial.forgeries", 150);
    private static final String SIGNS = "/#!~:- 019azAZ\u00e9\uD83E\uDD98\u0000\"{}";
    private static final String AGAIN = "an interaction that is unknown or was answered before";

    private final FakeDiscord discord = new FakeDiscord();
    private final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    private final InMemoryStore store = new InMemoryStore();
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), new Bot(Commands.all(), store, time), time, Alone.at(time));

    enum Kind {
        COMMAND,
        COMPLETION,
        BUTTON,
        LIST,
        FORM,
        OF_A_MEMBER,
        OF_A_MESSAGE
    }

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).allMatch(AGAIN::equals);
        assertThat(adapter.unknown()).as("what broke").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void countsOnceHoweverOftenItArrives(Kind kind) throws InterruptedException {
        var ana = performed(kind);
        var before = store.snapshot();
        assertThat(before).contains("Ben");
        for (var later : List.of(Duration.ZERO, Duration.ofMinutes(16), Duration.ofHours(25))) {
            time.pass(later);
            ana.again();
            assertThat(discord.answered().poll(10, SECONDS)).isZero();
            assertThat(store.snapshot()).isEqualTo(before);
        }
    }

    @Test
    void saysHowItIsWhateverAnIdWasTurnedInto() {
        System.out.println("perennial.seed=" + SEED);
        var random = new Random(SEED);
        var ana = discord.as("21", "Ana");
        var shown = met(ana);
        ana.types("met", Map.of());
        var ids = new ArrayList<>(List.of(discord.nextModal().getString("custom_id")));
        ana.types("followup", Map.of("who", "Ben", "when", "tomorrow", "about", "an article"));
        Stream.of(shown, discord.next())
                .flatMap(message -> message.components().stream())
                .filter(component -> component.hasKey("custom_id"))
                .map(component -> component.getString("custom_id"))
                .forEach(ids::add);
        for (var forgery = 0; forgery < FORGERIES; forgery++) {
            var id = mutated(ids.get(random.nextInt(ids.size())), random);
            time.pass(Duration.ofSeconds(2));
            if (random.nextBoolean()) {
                ana.forges(id);
            } else {
                ana.forges(id, Map.of("who", "Max", "note", "forged", "nonsense", "forged"));
            }
            assertThat(reaction()).as("seed %d: %s", SEED, id).isNotBlank().doesNotContain("something broke");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "people", "people nonsense", "met nonsense", "undo", "rehearsal"})
    void saysWhatThereIsWhenACommandIsUnknown(String path) {
        var before = store.snapshot();
        discord.as("21", "Ana").types(path, Map.of("nonsense", "x", "who", ""));
        assertThat(reaction()).isNotBlank().doesNotContain("something broke");
        assertThat(store.snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense who", "met nonsense", "people nonsense"})
    void offersNothingForWhatIsUnknown(String typed) {
        var words = typed.split(" ", -1);
        assertThat(discord.as("21", "Ana").completes(words[0], words[1], "be")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "met", "I met them"})
    void saysWhatThereIsWhenAMenusEntryIsUnknown(String entry) {
        var ana = discord.as("21", "Ana");
        ana.chooses(entry + "?", discord.as("22", "Ben"));
        assertThat(reaction()).isNotBlank().doesNotContain("something broke");
        ana.chooses(entry + "?", discord.as("22", "Ben"), "something said");
        assertThat(reaction()).isNotBlank().doesNotContain("something broke");
    }

    /** Does it, and leaves its answer to be looked at no more. */
    private FakeMember performed(Kind kind) throws InterruptedException {
        var ana = discord.as("21", "Ana");
        var shown = met(ana);
        ana.types("followup", Map.of("who", "Ben", "when", "tomorrow", "about", "an article"));
        var promised = discord.next();
        ana.types("met", Map.of());
        var form = discord.nextModal();
        discord.answered().clear();
        switch (kind) {
            case COMMAND -> ana.types("met", Map.of("who", "Lee", "note", "jazz"));
            case COMPLETION -> assertThat(ana.completes("met", "who", "be")).isNotEmpty();
            case BUTTON -> ana.presses("Undo", shown);
            case LIST -> ana.presses("In 2 weeks", promised);
            case FORM -> ana.sends(form, Map.of("who", "Cleo", "note", "jazz"));
            case OF_A_MEMBER -> ana.chooses("I met them", discord.as("22", "Lee"));
            case OF_A_MESSAGE -> ana.chooses("Follow up on this", discord.as("22", "Lee"), "Who knows visas?");
        }
        assertThat(discord.answered().poll(10, SECONDS)).isNotZero();
        return ana;
    }

    private Shown met(FakeMember ana) {
        ana.types("met", Map.of("who", "Ben", "where", "PyCon"));
        return discord.next();
    }

    private static String mutated(String id, Random random) {
        var changed = new StringBuilder(id);
        for (var times = random.nextInt(3); times >= 0; times--) {
            var at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.setLength(at);
                case 1 -> changed.delete(at, Math.min(changed.length(), at + 1));
                case 2 -> changed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> changed.insert(at, changed.substring(at));
            }
        }
        return changed.isEmpty() ? "x" : changed.substring(0, Math.min(changed.length(), CustomId.LONGEST));
    }

    /** What the bot shows, whether as a message or as a form. */
    private String reaction() {
        while (discord.quiet() && discord.modals().isEmpty()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the time is up")
                    .isFalse();
            Thread.onSpinWait();
        }
        var seen = discord.quiet()
                ? discord.nextModal().toString()
                : discord.next().message().toString();
        return seen.toLowerCase(Locale.ROOT);
    }
}
