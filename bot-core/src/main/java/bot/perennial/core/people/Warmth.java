package bot.perennial.core.people;

import bot.perennial.core.calendar.Rhythm;
import java.time.LocalDate;
import java.time.Period;

/** How close in time two people are: a fact about dates, never a score. */
public enum Warmth {
    IN_TOUCH("In touch"),
    COOLING("Cooling"),
    QUIET("Quiet");

    private static final Rhythm USUAL = new Rhythm(Period.ofMonths(3));

    private final String words;

    Warmth(String words) {
        this.words = words;
    }

    /**
     * In touch within the rhythm and its window, cooling up to twice as long, then quiet; counted from the last contact,
     * or from when they were added. Without a rhythm a quarter is usual.
     */
    public static Warmth of(Person person, LocalDate today) {
        var since = person.contact().last().orElse(person.addedOn());
        var rhythm = person.keeping().rhythm().orElse(USUAL);
        var once = rhythm.after(since).plus(rhythm.window());
        if (!once.isBefore(today)) {
            return IN_TOUCH;
        }
        return rhythm.after(once).plus(rhythm.window()).isBefore(today) ? QUIET : COOLING;
    }

    public String words() {
        return words;
    }
}
