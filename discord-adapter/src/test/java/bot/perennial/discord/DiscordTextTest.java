package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Line;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordTextTest {
    private static final int LONGEST = 4000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "Dana Ortiz                → Dana Ortiz",
                "*bold* _it_ __u__         → \\*bold\\* \\_it\\_ \\_\\_u\\_\\_",
                "~~no~~ ~maybe~            → \\~\\~no\\~\\~ ~maybe~",
                "||spoiler|| a|b           → \\|\\|spoiler\\|\\| a|b",
                "`code` ```js              → \\`code\\` \\`\\`\\`js",
                "@everyone @here @dana     → \\@everyone \\@here @dana",
                "<@1> <@!1> <@&1> <#1>     → \\<@1> \\<@!1> \\<@&1> \\<#1>",
                "</met:1> <t:1:R> <:e:1>   → \\</met:1> \\<t\\:1:R> \\<\\:e:1>",
                "[Discord](https://evil.x) → \\[Discord](https://evil.x)",
                "# big                     → \\# big",
                "### big                   → \\### big",
                "-# small                  → \\-# small",
                "> quoted                  → \\> quoted",
                ">>> quoted                → \\>>> quoted",
                "- item                    → \\- item",
                "1. item                   → 1\\. item",
                "#hashtag -5 1.5 10:30     → #hashtag -5 1.5 10:30",
                ":smile: at 10:30:45       → \\:smile: at 10\\:30:45",
                "\\*                       → \\\\\\*",
                "https://a.x/b_c_d?e=f_g_  → https://a.x/b_c_d?e=f_g_",
            })
    void showsWordsAsTheyAre(String typed, String shown) {
        assertThat(DiscordText.line(Line.of(typed), LONGEST)).isEqualTo(shown);
    }

    @Test
    void marksOnlyWhatTheBotMarks() {
        var line = Line.of("Met ")
                .strong("Ana*")
                .soft(" at ")
                .plain("PyCon: ")
                .quote("a_b")
                .code("/met `x");

        assertThat(DiscordText.line(line, LONGEST)).isEqualTo("Met **Ana\\*** *at* PyCon: “a\\_b”`/met ˋx`");
    }

    @Test
    void keepsTwoStrongRunsApartFromFourAsterisks() {
        assertThat(DiscordText.line(Line.EMPTY.strong("a").strong("b"), LONGEST))
                .isEqualTo("**ab**");
    }

    @Test
    void takesNoMarkupFromALaterLine() {
        assertThat(DiscordText.line(Line.of("Noted: ").quote("x\n# big\n> y"), LONGEST))
                .isEqualTo("Noted: “x\n\\# big\n\\> y”");
    }

    @Test
    void dropsControlsAndOverridesButNotFamilies() {
        var family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(DiscordText.line(Line.of("a\u0000\u001b\u202eb\u200b\ufeff\u2066c" + family + "\ud83d"), LONGEST))
                .isEqualTo("abc" + family);
    }

    @Test
    void isolatesWordsThatReadFromTheRight() {
        assertThat(DiscordText.line(Line.EMPTY.strong("שלום").plain(" today"), LONGEST))
                .isEqualTo("**\u2068שלום\u2069** today");
    }

    @Test
    void cutsInsideTheMarks() {
        var shown = DiscordText.line(Line.of("Met ").strong("*".repeat(5000)), 100);

        assertThat(shown).hasSizeLessThanOrEqualTo(100).startsWith("Met **\\*").endsWith("\\*…**");
    }

    @Test
    void putsLabelsOnOneLine() {
        assertThat(DiscordText.label(" a\n b ", 80)).isEqualTo("a b");
        assertThat(DiscordText.label("\u202e", 80)).isEqualTo("…");
        assertThat(DiscordText.label("x".repeat(90), 80)).hasSize(80).endsWith("…");
    }

    @RepeatedTest(200)
    void neverGrowsBeyondItsRoomNorFails() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var text = random.ints(random.nextInt(400), 0, 0x2070)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var longest = 10 + random.nextInt(300);
        var line = Line.of(text).strong(text).soft(text).quote(text).code(text);

        assertThat(DiscordText.line(line, longest)).as("seed %d", seed).hasSizeLessThanOrEqualTo(longest);
        assertThat(DiscordText.small(line, longest + 3000)).as("seed %d", seed).startsWith("-# ");
    }

    @Test
    void endsWhenTheMarksAloneAreTooLong() {
        assertThat(DiscordText.line(Line.EMPTY.strong("Ana").code("Lee"), 3)).isEqualTo("…");
    }
}
