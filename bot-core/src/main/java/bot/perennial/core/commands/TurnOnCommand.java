package bot.perennial.core.commands;

import bot.perennial.core.calendar.ZoneReader;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Member;
import bot.perennial.core.store.Letter;
import bot.perennial.core.store.Notebook;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pressed to be nudged: zone, then hour, then one message that proves that messages arrive. */
public final class TurnOnCommand implements Command {
    private static final Option<String> STEP = Option.of(
            "step",
            "how far",
            new Kind.OneOf(List.of(new Choice("yes", "yes"), new Choice("go", "go"), new Choice("change", "change"))));

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("turnon", STEP);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var member = notebook.member();
        return switch (invocation.arguments().find(STEP).orElse("")) {
            case "yes" -> {
                notebook.save(member.in(member.zone()));
                yield new Reply.Done(hour(member), Reply.Place.ENTRY);
            }
            case "go" -> on(invocation, notebook);
            case "change" ->
                new Reply.Ask(
                        NudgeSettingsCommand.form(member.with(member.nudge().on(true))));
            default -> begun(invocation, notebook);
        };
    }

    /** The question after the zone: on which days, at what time. */
    static Message hour(Member member) {
        return Message.of(
                Line.of(Nudging.words(member.nudge()) + "?"),
                new Control.Button("Yes", "/turnon go"),
                new Control.Button("Change", "/turnon change"));
    }

    /** Turns the nudge on and plans the message that says where it will be found. */
    static void start(Notebook notebook, Member member, Invocation invocation) {
        var first = member.progress().turnedOnOn().isEmpty();
        var on = member.with(member.nudge().on(true).pausedUntil(Optional.empty()))
                .with(member.progress().turnedOn(invocation.today()));
        Nudging.save(notebook, on, invocation.at());
        if (first) {
            notebook.letters().plan(Letter.Kind.WELCOME, invocation.today().toString(), invocation.at(), List.of());
        }
    }

    private static Reply begun(Invocation invocation, Notebook notebook) {
        var member = notebook.member();
        var guessed = member.zoneKnown() || invocation.gesture().country().isEmpty()
                ? member
                : ZoneReader.ofLocale(Locale.of("", invocation.gesture().country()))
                        .map(member::in)
                        .orElse(member);
        if (!guessed.zoneKnown()) {
            return new Reply.Ask(ZoneCommand.form());
        }
        if (!guessed.equals(member)) {
            notebook.save(guessed);
        }
        var clock = LocalTime.ofInstant(invocation.at(), guessed.zone()).format(Nudging.CLOCK);
        return new Reply.Done(
                Message.of(
                        Line.of("It's " + clock + " for you, right?"),
                        new Control.Button("Yes", "/turnon yes"),
                        new Control.Button("No", "/zone")),
                Reply.Place.ENTRY);
    }

    private static Reply on(Invocation invocation, Notebook notebook) {
        start(notebook, notebook.member(), invocation);
        var settings = notebook.member().nudge();
        return new Reply.Done(
                Message.of(
                        Line.of("Your nudge is on: " + Nudging.within(settings) + ", " + Nudging.atMost(settings)
                                + ", only when somebody is due."),
                        Phrases.undo(notebook)),
                Reply.Place.ENTRY);
    }
}
