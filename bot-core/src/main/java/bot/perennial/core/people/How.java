package bot.perennial.core.people;

import java.util.Arrays;
import java.util.Optional;

/** The way two people were in touch. */
public enum How {
    IN_PERSON("in-person", "in person", "meeting"),
    CALL("call", "call", "call"),
    VIDEO("video", "video call", "video call"),
    MESSAGE("message", "message", "message"),
    EMAIL("email", "email", "email"),
    EVENT("event", "event", "event");

    private final String word;
    private final String said;
    private final String noun;

    How(String word, String said, String noun) {
        this.word = word;
        this.said = said;
        this.noun = noun;
    }

    /** What is typed for it. */
    public String word() {
        return word;
    }

    /** How it is said of one contact: {@code in person}, {@code video call}. */
    public String said() {
        return said;
    }

    /** What such a contact is called: {@code meeting}, {@code video call}. */
    public String noun() {
        return noun;
    }

    public static Optional<How> of(String word) {
        return Arrays.stream(values()).filter(how -> how.word.equals(word)).findFirst();
    }
}
