package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import java.util.List;

/** The commands the bot knows, in the order help lists them. A test fails when one is missing here. */
public final class Commands {
    private Commands() {}

    public static List<Command> all() {
        return List.of(
                new MetCommand(),
                new FollowUpCommand(),
                new PeopleCommand(),
                new PeopleCardCommand(),
                new PeopleFindCommand(),
                new PeopleQuietCommand(),
                new PeopleEditCommand(),
                new PeopleForgetCommand(),
                new NudgeTodayCommand(),
                new NudgeSettingsCommand(),
                new NudgePauseCommand(),
                new NudgeResumeCommand(),
                new NudgeStopCommand(),
                new NudgeWhyCommand(),
                new NudgeDmsCommand(),
                new CircleMatchCommand(),
                HelpCommand.word("people"),
                HelpCommand.word("nudge"),
                HelpCommand.word("circle").bare(),
                HelpCommand.typed("met"),
                HelpCommand.typed("followup"),
                new AgainCommand(),
                new BringCommand(),
                new EditCommand(),
                new FineCommand(),
                new ForgetCommand(),
                new HelloCommand(),
                new HelpedCommand(),
                new KeepCommand(),
                new LogCommand(),
                new NamesCommand(),
                new PickCommand(),
                new PromiseCommand(),
                new ReachedCommand(),
                new RewordCommand(),
                new RhythmCommand(),
                new SortCommand(),
                new SuggestedCommand(),
                new TurnOnCommand(),
                new UndoCommand(),
                new ZoneCommand());
    }
}
