package bot.perennial.core.message;

/** What came of a gesture; only the one who made it sees it. */
public sealed interface Reply {
    /** Done; if anything was stored, it is committed by the time anyone sees this. */
    record Done(Message message, Place place) implements Reply {
        public Done(Message message) {
            this(message, Place.WHOLE);
        }
    }

    /**
     * Not done; nothing was stored.
     *
     * @param option the name of the option that could not be taken; empty when it is none in particular
     */
    record Refused(Message message, String option) implements Reply {
        public Refused(Message message) {
            this(message, "");
        }
    }

    /** Needs to be told more: show this form. Nothing was stored. */
    record Ask(Form form) implements Reply {}

    /** Where the answer to a pressed button or a sent form goes; a typed command's answer is always new. */
    enum Place {
        /** It takes the place of the whole message that the button stood in. */
        WHOLE,
        /** It takes the place of the entry that the button stood in; where the platform can't, it is new. */
        ENTRY,
        /** It is a message of its own. */
        BESIDE
    }
}
