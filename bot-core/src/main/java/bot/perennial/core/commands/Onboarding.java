package bot.perennial.core.commands;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.store.Notebook;

/** Offers the nudge, once, under what a member stored first; no message comes before they ask for it. */
final class Onboarding {
    private Onboarding() {}

    static Message offered(Notebook notebook, Message message) {
        var member = notebook.member();
        if (member.progress().offered() || member.nudge().on()) {
            return message;
        }
        notebook.save(member.with(member.progress().nudgeOffered()));
        return message.entry(
                        Line.of(
                                "I can bring people back to you at good moments, at most three on a morning, in a private"
                                        + " message."),
                        new Control.Button("Turn on my nudge", "/turnon"),
                        new Control.Button("Not now", "/fine"))
                .small(Line.of("Only you can see what you write: not other members, not organisers. It is stored"
                        + " encrypted; whoever runs this bot and holds its key could in principle read it."));
    }
}
