package bot.perennial.core.people;

import java.util.Arrays;
import java.util.Optional;

/** The way two people were in touch. */
public enum How {
    IN_PERSON("in-person"),
    CALL("call"),
    VIDEO("video"),
    MESSAGE("message"),
    EMAIL("email"),
    EVENT("event");

    private final String word;

    How(String word) {
        this.word = word;
    }

    /** What is typed for it. */
    public String word() {
        return word;
    }

    public static Optional<How> of(String word) {
        return Arrays.stream(values()).filter(how -> how.word.equals(word)).findFirst();
    }
}
