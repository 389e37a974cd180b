package bot.perennial.core.testing;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What would be a mention, a link, a button or big letters on some platform, if anyone took it for more than words. */
public final class HostileMarkup {
    private static final List<String> SEEDS = List.of(
            // Slack's mentions and links
            "<!channel>",
            "<!here>",
            "<!everyone>",
            "<!subteam^S123|@admins>",
            "<@U0ANA>",
            "<@U0ANA|ana>",
            "<#C1|general>",
            "<!date^1392734382^{date}|x>",
            "<http://evil.example|Slack login>",
            "<https://evil.example>",
            "<mailto:a@evil.example|write>",
            "@channel @here",
            // Discord's
            "@everyone",
            "@here",
            "<@1>",
            "<@!1>",
            "<@&1>",
            "<#1>",
            "</met:1>",
            "<t:1:R>",
            "<:e:1>",
            "<a:e:1>",
            "<id:customize>",
            "[Discord](https://evil.example)",
            "[a](<https://evil.example> \"title\")",
            "![a](https://evil.example/x.png)",
            "https://evil.example/_a_*b*",
            "https://_a_ https://_b_",
            "https://x@everyone",
            // marks
            "*bold*",
            "**bold**",
            "***both***",
            "_it_",
            "__under__",
            "~no~",
            "~~no~~",
            "||spoiler||",
            "`code`",
            "``co`de``",
            "```\nfence\n```",
            "```js\nalert(1)",
            "# big",
            "## big",
            "### big",
            "-# small",
            "> quote",
            ">>> quote",
            "- item",
            "* item",
            "+ item",
            "1. item",
            "1) item",
            ":tada:",
            ":skin-tone-2:",
            "\\",
            "\\*",
            "*\\",
            "***",
            "* * *",
            "a*b_c~d`e|f",
            // entities, and what a terminal or a database would obey
            "&lt;!channel&gt;",
            "&amp;lt;!here&amp;gt;",
            "&",
            "<",
            ">",
            "<<!channel>>",
            "<!channel",
            "</",
            "\u001b[2J",
            "\u009b31m",
            "\u001b]8;;https://evil.example\u0007link",
            "a\rb",
            "a\u0000b",
            "a\u0085b",
            "a\u2028b",
            // what can't be seen, and what turns text around
            "\u202Etxt.exe",
            "\u202Aa\u202C",
            "\u2066a\u2069",
            "@\u200Beveryone",
            "@\u2060here",
            "\uFEFF<@1>",
            "Da\u200Bna",
            "\uD83D",
            "a\uDC4Bb",
            // and what must stay
            "👩‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🇵🇹",
            "שלום *x*",
            "مرحبا <@1>",
            "می‌خواهم",
            "é e\u0301");

    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            text -> text,
            text -> "x " + text + " y",
            text -> "line\n" + text,
            text -> "*" + text + "*",
            text -> "\\" + text);

    /** Each of them as it is, in the middle, on a line of its own, between marks, and after a backslash. */
    public static final List<String> ALL =
            SEEDS.stream().flatMap(HostileMarkup::disguised).distinct().toList();

    private HostileMarkup() {}

    /** Whether nobody may be shown it: controls, turns of direction, what is invisible, and halves of characters. */
    public static boolean harmful(int character) {
        return switch (character) {
            case '\n' -> false;
            case 0x200B, 0x2060, 0xFEFF -> true;
            default ->
                Character.isISOControl(character)
                        || (character >= 0x2028 && character <= 0x202E)
                        || character == 0x2066
                        || character == 0x2067
                        || Character.getType(character) == Character.SURROGATE;
        };
    }

    /** What of a text is to be read, however the platform breaks its lines and sets words that read from the right apart. */
    public static String legible(String text) {
        return text.codePoints()
                .filter(character -> !harmful(character) && !Character.isWhitespace(character))
                .filter(character -> character != 0xFFFD && (character < 0x2066 || character > 0x2069))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Stream<String> disguised(String seed) {
        return DISGUISES.stream().map(disguise -> disguise.apply(seed));
    }
}
