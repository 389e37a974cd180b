package bot.perennial.core.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What no platform should send through an open line: nonsense, too deep, too long, without what it needs. */
public final class HostileFrames {
    private static final int DEEP = 10_000;
    private static final int LONG = 5_000_000;
    private static final List<String> ALWAYS = List.of(
            "",
            "null",
            "7",
            "{}",
            "[]",
            "{",
            "nonsense",
            "\"text\"",
            "\u0000",
            "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"d\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
            "{\"op\":0,\"s\":null,\"t\":\"X\",\"d\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
            "{\"type\":\"slash_commands\",\"envelope_id\":\"e\",\"payload\":" + "[".repeat(DEEP) + "]".repeat(DEEP)
                    + "}",
            "{\"type\":\"nonsense\",\"op\":0,\"t\":\"NONSENSE\",\"d\":{\"text\":\"" + "x".repeat(LONG) + "\"}}");

    private final Random random;
    private final List<String> names;
    private final List<String> values;

    /**
     * @param names of the platform's own fields
     * @param values of them, as JSON
     */
    public HostileFrames(long seed, List<String> names, List<String> values) {
        this.random = new Random(seed);
        this.names = names;
        this.values = values;
    }

    /** Those that are sent each time. */
    public static List<String> always() {
        return ALWAYS;
    }

    /** Another one. */
    public String next() {
        var frame = object(4);
        return random.nextInt(10) == 0 ? frame.substring(random.nextInt(frame.length())) : frame;
    }

    private String object(int depth) {
        return names.stream()
                .filter(name -> random.nextInt(3) > 0)
                .map(name -> "\"" + name + "\":" + value(depth - 1))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> "null";
            case 1 -> Long.toString(random.nextLong());
            case 2, 3, 4 -> values.get(random.nextInt(values.size()));
            case 5 -> object(depth);
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(element -> value(depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
        };
    }
}
