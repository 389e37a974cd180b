package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.testing.HostileMarkup;
import bot.perennial.core.testing.HostileText;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** I1 and R7 on Slack: text of every kind, for some seconds, or as long as told. */
class FuzzTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final Duration LASTING = Duration.ofSeconds(Long.getLong("perennial.fuzz.seconds", 10));
    private static final Pattern MARKUP = Pattern.compile("[<>]|&(?!amp;|lt;|gt;)");

    private final HostileText text = new HostileText(SEED);
    private final Random random = new Random(SEED);
    private final SlackText reader = new SlackText((account, fallback) -> fallback);

    @Test
    void neverLeavesMarkupOrHarm() {
        System.out.println("perennial.seed=" + SEED);
        for (var begun = System.nanoTime(); System.nanoTime() - begun < LASTING.toNanos(); ) {
            for (var round = 0; round < 50; round++) {
                var typed = text.line();
                check(typed, 1 + random.nextInt(300));
            }
        }
    }

    private void check(String typed, int longest) {
        var escaped = SafeText.escaped(typed, Integer.MAX_VALUE);
        assertThat(MARKUP.matcher(escaped).find())
                .as("seed %d: %s", SEED, typed)
                .isFalse();
        assertThat(escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .as("seed %d", SEED)
                .isEqualTo(SafeText.clean(typed));
        var cut = SafeText.escaped(typed, longest);
        assertThat(MARKUP.matcher(cut).find()).as("seed %d: %s", SEED, cut).isFalse();
        assertThat(cut).as("seed %d", SEED).hasSizeLessThanOrEqualTo(longest);
        assertThat(SafeText.label(typed, longest))
                .as("seed %d", SEED)
                .isNotEmpty()
                .doesNotContain("\n")
                .hasSizeLessThanOrEqualTo(Math.max(longest, 3));
        var blocks = BlockKit.blocks(Message.of(Line.of("Noted: ").quote(typed).strong(typed)));
        assertThat(blocks).as("seed %d", SEED).doesNotContain("mrkdwn");
        assertThat(SafeText.clean(typed).codePoints()).as("seed %d", SEED).noneMatch(HostileMarkup::harmful);
        assertThat(reader.tokens("T1", typed)).as("seed %d", SEED).isNotNull();
    }
}
