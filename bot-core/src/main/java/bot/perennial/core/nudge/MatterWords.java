package bot.perennial.core.nudge;

import bot.perennial.core.calendar.DayWriter;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.people.How;
import bot.perennial.core.people.Meeting;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Promise;
import bot.perennial.core.store.Matter;
import java.time.LocalDate;
import java.util.List;

/** One person in a nudge: why now, what was said last, and what can be pressed. */
final class MatterWords {
    private static final int SAME = 3;

    private MatterWords() {}

    static Line line(Matter matter, LocalDate today) {
        var person = matter.person();
        var line = Line.EMPTY.strong(person.name()).plain(" — ");
        var said = matter.promise()
                .map(promise -> promised(line, promise, matter, today))
                .orElseGet(() -> hello(line, matter, today));
        return variety(said, person, matter.promise().isEmpty());
    }

    static List<Control> controls(Matter matter) {
        var who = matter.person().typed();
        return matter.promise()
                .map(promise -> promise(promise, who))
                .orElseGet(() -> List.of(
                        new Control.Button("Reached out", "/reached " + who),
                        new Control.Menu(
                                "Later",
                                List.of(
                                        new Control.Button("Tomorrow", "/followup " + who + " later tomorrow"),
                                        new Control.Button("Next week", "/followup " + who + " later next week"),
                                        new Control.Button("Next month", "/followup " + who + " later 1m"),
                                        new Control.Button("Skip this time", "/hello " + who + " skip"))),
                        more(who)));
    }

    private static List<Control> promise(Promise promise, String who) {
        var line = "/promise " + Long.toString(promise.id(), Character.MAX_RADIX);
        var known = " who:" + who;
        return List.of(
                new Control.Button("Done", line + " done" + known),
                new Control.Menu(
                        "Later",
                        List.of(
                                new Control.Button("Tomorrow", line + " when:tomorrow" + known),
                                new Control.Button("Next week", line + " when:\"next week\"" + known),
                                new Control.Button("Next month", line + " when:1m" + known),
                                new Control.Button("Skip this time", line + " drop" + known))),
                more(who));
    }

    private static Control more(String who) {
        return new Control.Menu(
                "⋯",
                List.of(
                        new Control.Button("Why now?", "/hello " + who + " why"),
                        new Control.Button("Openers", "/hello " + who + " openers"),
                        new Control.Button("Change rhythm", "/rhythm " + who),
                        new Control.Button("Rest this person", "/hello " + who + " rest"),
                        new Control.Button("Open card", "/people card " + who)));
    }

    private static Line promised(Line line, Promise promise, Matter matter, LocalDate today) {
        var what = line.plain(promise.about().orElseGet(() -> promise.kind().action()) + ".");
        return matter.last()
                .map(last -> said(what.plain(" " + met(last, today)), matter))
                .orElse(what);
    }

    private static Line hello(Line line, Matter matter, LocalDate today) {
        var last = matter.last();
        if (last.isEmpty()) {
            return line.plain("you wanted to keep in touch.");
        }
        if (last.get().theyHelped()) {
            var helped = said(
                    line.plain("helped you " + DayWriter.relative(last.get().on(), today)), matter);
            return helped.plain(" They may like to hear how it went.");
        }
        return noted(line.plain(DayWriter.length(last.get().on(), today) + " since you spoke."), matter);
    }

    private static String met(Meeting last, LocalDate today) {
        var way = last.how().map(how -> capital(how.noun())).orElse("You met");
        return last.where().orElse(way) + " " + DayWriter.relative(last.on(), today);
    }

    /** What was said at the last meeting; else what was noted before it, said apart. */
    private static Line said(Line line, Matter matter) {
        return matter.last()
                .flatMap(Meeting::note)
                .map(note -> line.plain(": ").quote(note).plain("."))
                .orElseGet(() -> noted(line.plain("."), matter));
    }

    private static Line noted(Line line, Matter matter) {
        return matter.noted()
                .flatMap(Meeting::note)
                .map(note -> line.plain(" You noted ").quote(note).plain("."))
                .orElse(line);
    }

    private static Line variety(Line line, Person person, boolean hello) {
        var ways = person.contact().ways();
        if (!hello || ways.size() < SAME || ways.stream().distinct().count() > 1) {
            return line;
        }
        var other = ways.getFirst() == How.CALL || ways.getFirst() == How.VIDEO ? "coffee" : "a call";
        return line.plain(" Your last three were " + ways.getFirst().noun() + "s; " + other + " might be nice.");
    }

    private static String capital(String noun) {
        return Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    }
}
