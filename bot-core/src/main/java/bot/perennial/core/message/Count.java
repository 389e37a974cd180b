package bot.perennial.core.message;

/** Says how many of something there are, small numbers in words: {@code four hellos}. */
public final class Count {
    private static final String[] WORDS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };

    private Count() {}

    public static String of(int number, String one, String many) {
        return words(number) + " " + (number == 1 ? one : many);
    }

    /** The same at the beginning of a sentence. */
    public static String begin(int number, String one, String many) {
        var words = of(number, one, many);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(int number) {
        return number < WORDS.length ? WORDS[number] : Integer.toString(number);
    }
}
