package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.nudge.NudgePlan;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.store.Notebook;

/** Shows who is due today, whether or not a nudge brought them. */
public final class NudgeTodayCommand implements Command {
    private static final int MOST = 7;

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("nudge", "See who is due today")
                .word("today")
                .examples("/nudge", "/nudge today")
                .role(CommandSpec.Role.BARE);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var due = NudgePlan.ordered(notebook.due(invocation.today()));
        var matters = notebook.matters(due.stream().limit(MOST).toList());
        var message = matters.isEmpty()
                ? Message.of(Line.of("Nobody is waiting on you today. See what is coming with ")
                        .code("/followup")
                        .plain("."))
                : NudgeWords.list(matters, invocation.today());
        if (due.size() > MOST) {
            message = message.small(Line.of("and " + (due.size() - MOST) + " more"));
        }
        return new Reply.Done(
                notebook.member().nudge().on()
                        ? message
                        : message.entry(
                                Line.of("Your nudge is off."), new Control.Button("Turn on my nudge", "/turnon")),
                Reply.Place.BESIDE);
    }
}
