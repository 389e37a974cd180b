package bot.perennial.core.commands;

import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pressed to begin: three people a member would be sorry to lose touch with, and how often to say hello. */
public final class NamesCommand implements Command {
    private static final Option<List<Who>> FIRST = Option.of("first", "someone", new Kind.People());
    private static final Option<List<Who>> SECOND = Option.of("second", "someone else", new Kind.People());
    private static final Option<List<Who>> THIRD = Option.of("third", "and a third", new Kind.People());
    private static final Option<Kind.Pace> EVERY = Option.of("every", "how often to say hello", new Kind.Every());
    private static final List<Choice> RHYTHMS = List.of(
            new Choice("month", "Monthly"), new Choice("10w", "Every 2–3 months"), new Choice("6m", "Twice a year"));

    @Override
    public CommandSpec spec() {
        return CommandSpec.button("names", FIRST, SECOND, THIRD, EVERY);
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var arguments = invocation.arguments();
        var who = Stream.of(FIRST, SECOND, THIRD)
                .flatMap(option -> arguments.find(option).stream())
                .flatMap(List::stream)
                .toList();
        if (who.isEmpty()) {
            return new Reply.Ask(new Form(
                    "Three people",
                    "/names",
                    "Remember",
                    List.of(
                            Field.words("first", "Someone you'd be sorry to lose", "")
                                    .required(),
                            Field.words("second", "Someone else", ""),
                            Field.words("third", "And a third", ""),
                            Field.oneOf("every", "How often to say hello", RHYTHMS, "10w"))));
        }
        var found = Found.all(notebook, who);
        if (found.isEmpty()) {
            return new Reply.Refused(Message.of("I don't find them in your notebook any more. Nothing stored."));
        }
        var pace = arguments
                .find(EVERY)
                .orElseGet(() -> new Kind.Pace.Every(new bot.perennial.core.calendar.Rhythm(Period.ofWeeks(10))));
        return new FollowUp(notebook, invocation, Optional.empty(), Optional.empty()).every(found.get(), pace)
                        instanceof Reply.Done done
                ? new Reply.Done(Message.of(Line.of("Good. I'll bring them back to you:"))
                        .and(done.message()))
                : new Reply.Refused(Message.of("Nothing stored."));
    }
}
