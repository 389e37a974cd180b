package bot.perennial.core.command;

import bot.perennial.core.calendar.Direction;
import bot.perennial.core.calendar.Rhythm;
import bot.perennial.core.message.Choice;
import bot.perennial.core.people.Who;
import java.time.LocalDate;
import java.util.List;

/** What sort of value an option takes. Adapters switch over it to choose their own widget. */
public sealed interface Kind<T> {
    /**
     * Free words.
     *
     * @param most the most characters kept of them
     */
    record Words(Source source, int most) implements Kind<String> {
        /** The most characters kept of a note, or of most other words. */
        static final int NOTE = 2_000;

        /** What completes the words while they are typed. */
        public enum Source {
            NONE,
            PLACES
        }
    }

    /** One or several people, separated by commas. */
    record People() implements Kind<List<Who>> {}

    /** One person. */
    record Someone() implements Kind<Who> {}

    /** A calendar day, before or after today. */
    record Day(Direction direction) implements Kind<LocalDate> {}

    /** What to do about a promise or hello: a day, or {@code done}, {@code later DAY}, {@code stop}. */
    record Due() implements Kind<When> {}

    /** How often, or {@code stop}. */
    record Every() implements Kind<Pace> {}

    /** One of a few fixed words. */
    record OneOf(List<Choice> choices) implements Kind<String> {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /** Words typed with a {@code #}, wherever they stand; platforms with typed options leave them in the note. */
    record Tags() implements Kind<List<String>> {}

    /** The id of something in the member's notebook, in base 36; only buttons type it. */
    record Id() implements Kind<Long> {}

    /** What a follow-up is to become. */
    sealed interface When {
        /** Due on a day. */
        record On(LocalDate day) implements When {}

        /** Moved to a day. */
        record Later(LocalDate day) implements When {}

        /** Done. */
        record Done() implements When {}

        /** No longer wanted. */
        record Stop() implements When {}
    }

    /** How often to stay in touch. */
    sealed interface Pace {
        /** At a rhythm. */
        record Every(Rhythm rhythm) implements Pace {}

        /** Not any more. */
        record Stop() implements Pace {}
    }
}
