package bot.perennial.core.commands;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** “Which Dana?”: buttons that tell those apart whom a name fits. */
final class Which {
    private static final int MOST = 4;

    private Which() {}

    /** Asked after saving; until it is answered the log stays with someone of its own. */
    static Message saved(Found found, Person unsorted) {
        if (!found.unclear()) {
            return Message.EMPTY;
        }
        var sort = "/sort " + Phrases.id(unsorted.id()) + " ";
        var buttons = buttons(found, fit -> sort + Phrases.id(fit.id()));
        buttons.add(new Control.Button("Someone new", sort + "new"));
        return Message.EMPTY.entry(Line.of("Saved. Which " + found.name() + "?"), buttons);
    }

    /** Asked instead, where nothing is to be saved before it is answered; for someone unknown it says so. */
    static Reply first(Found found, Function<Person, String> line) {
        if (found.unclear()) {
            return new Reply.Refused(Message.EMPTY.entry(
                    Line.of("Which " + found.name() + "? Nothing changed yet."), buttons(found, line)));
        }
        return new Reply.Refused(Message.of(Line.of("I don't know ")
                .strong(found.name())
                .plain(" yet. Nothing changed. Search your notes with ")
                .code("/people find " + found.name())
                .plain(", or add them with ")
                .code("/met " + found.name())
                .plain(".")));
    }

    /** A button pointed at someone who is no longer in the notebook. */
    static Reply gone() {
        return new Reply.Refused(Message.of("I don't find them in your notebook any more. Nothing stored."));
    }

    private static List<Control> buttons(Found found, Function<Person, String> line) {
        var buttons = new ArrayList<Control>();
        for (var fit : found.fits().stream().limit(MOST).toList()) {
            buttons.add(new Control.Button(Phrases.label(Phrases.told(fit)), line.apply(fit)));
        }
        return buttons;
    }
}
