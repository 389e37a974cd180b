package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Line;
import bot.perennial.core.testing.HostileMarkup;
import bot.perennial.core.testing.HostileText;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** I1 and R7 on Discord: text of every kind, for some seconds, or as long as told. */
class FuzzTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final Duration LASTING = Duration.ofSeconds(Long.getLong("perennial.fuzz.seconds", 10));
    private static final int ROOM = 40_000;

    private final HostileText text = new HostileText(SEED);
    private final Random random = new Random(SEED);

    @Test
    void neverLeavesMarkupOrHarm() {
        System.out.println("perennial.seed=" + SEED);
        for (var begun = System.nanoTime(); System.nanoTime() - begun < LASTING.toNanos(); ) {
            for (var round = 0; round < 50; round++) {
                var typed = text.line();
                check(typed, 10 + random.nextInt(300));
            }
        }
    }

    private static void check(String typed, int longest) {
        for (var line : new Line[] {
            Line.of(typed), Line.of("Noted: ").quote(typed), Line.of("a ").plain(typed)
        }) {
            var markdown = DiscordText.line(line, ROOM);
            assertThat(markdown.codePoints()).as("seed %d: %s", SEED, typed).noneMatch(HostileMarkup::harmful);
            var words = HostileMarkup.legible(Markdown.words(markdown));
            var meant = HostileMarkup.legible(line.text());
            if (!words.equals(meant))
                System.out.println("DIFF " + java.util.Arrays.mismatch(words.toCharArray(), meant.toCharArray())
                        + "\nW " + words + "\nM " + meant + "\nD " + markdown);
            assertThat(words).as("seed %d", SEED).isEqualTo(meant);
            var cut = DiscordText.line(line, longest);
            assertThat(cut).as("seed %d: %s", SEED, typed).hasSizeLessThanOrEqualTo(longest);
            assertThat(Markdown.words(cut)).as("seed %d: %s", SEED, typed).isNotNull();
        }
        assertThat(DiscordText.label(typed, longest))
                .as("seed %d", SEED)
                .isNotEmpty()
                .doesNotContain("\n")
                .hasSizeLessThanOrEqualTo(longest + 2);
        assertThat(DiscordText.heading(typed, longest)).as("seed %d", SEED).doesNotContain("\n");
        assertThat(CustomId.read(typed).written()).as("seed %d", SEED).isNotNull();
    }
}
