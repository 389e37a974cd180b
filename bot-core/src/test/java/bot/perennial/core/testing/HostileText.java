package bot.perennial.core.testing;

import java.util.List;
import java.util.Random;

/** Text as nobody would type it, and as somebody will: made from a seed, so that what it broke can be broken again. */
public final class HostileText {
    private static final List<String> PIECES = List.of(
            "Dana",
            "Dana Ortiz",
            "@ana",
            "mum's accountant",
            "at",
            "in",
            "-",
            "—",
            "--",
            "every",
            "until",
            "when:yesterday",
            "when:",
            "when:\"",
            "next:2w",
            "next:soonish",
            "how:call",
            "how:telepathy",
            "kind:ask",
            "tags:",
            "who:",
            "#",
            "#fintech",
            "#💥",
            "~1",
            "~zzzzzzzzzzzzz",
            "~-1",
            ",",
            ",,,",
            "\"",
            "“",
            "”",
            "\"\"",
            "\n",
            "\r\n",
            "\t",
            ":",
            "::",
            "done",
            "later",
            "later later",
            "stop",
            "fri",
            "2w",
            "-3d",
            "in -3 days",
            "in 9999999999 days",
            "29 feb",
            "31 apr",
            "03/04",
            "9999-12-31",
            "0000-00-00",
            "every 0 weeks",
            "99999999999999999999",
            "month",
            "help",
            "yes",
            "<!channel>",
            "<@U123|ana>",
            "@everyone",
            "<t:1:R>",
            "</met:1>",
            "[a](http://x)",
            "```",
            "||",
            "*_~`",
            "&amp;&lt;",
            "http://example.org/?a=b:c",
            "'; drop table member; --",
            "${jndi:ldap://x}",
            "%s%n{0}",
            "\u202Eevil\u202C",
            "\u200B",
            "\uFEFF",
            "\u0000",
            "\u0007",
            "\uD83D",
            "\uDC4B",
            "👩‍👩‍👧‍👦",
            "🏳️‍🌈",
            "e\u0301\u0301\u0301",
            "Z\u0351\u036B\u0343",
            "שלום",
            "مرحبا",
            "한국",
            "か\u3099",
            "١٢ يوليو",
            "ﬁ",
            "İ",
            "ß",
            "x".repeat(300),
            " ".repeat(50));
    private static final int MOST_PIECES = 24;
    private static final int LONGEST = 8_000;

    private final Random random;

    public HostileText(long seed) {
        random = new Random(seed);
    }

    /** A line of up to 24 pieces, or now and then one as long as a platform lets through. */
    public String line() {
        var text = new StringBuilder();
        var pieces = random.nextInt(MOST_PIECES);
        for (var piece = 0; piece < pieces; piece++) {
            text.append(random.nextInt(8) == 0 ? character() : PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(5) == 0 ? "" : " ");
        }
        if (random.nextInt(50) == 0) {
            text.append(
                    String.valueOf(PIECES.get(random.nextInt(PIECES.size()))).repeat(LONGEST));
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
    }

    public <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private String character() {
        return Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
    }
}
