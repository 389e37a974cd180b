package bot.perennial.core.commands;

import bot.perennial.core.circle.Matching;
import bot.perennial.core.circle.Matching.Bounds;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Count;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Person;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.util.List;
import java.util.stream.IntStream;

/** Tries out how people would be divided into circles; it tells nobody and stores nothing. */
public final class CircleMatchCommand implements Command {
    private static final int USUAL = 4;
    private static final Option<List<Who>> WHO =
            Option.of("who", "everyone who takes part", new Kind.People()).required();
    private static final Option<String> SIZE = Option.of(
            "size",
            "how many people to a circle, one more or fewer where the numbers ask for it",
            new Kind.OneOf(IntStream.rangeClosed(2, 8)
                    .mapToObj(size -> new Choice(Integer.toString(size), size + " people"))
                    .toList()));

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("circle", "Try out circles: who would be with whom. Nobody is told", WHO, SIZE)
                .word("match")
                .examples("/circle match Ana, Ben, Cleo, Dana, Eve, Finn, Gia size:3");
    }

    @Override
    public Reply run(Invocation invocation, Notebook notebook) {
        var named = invocation.arguments().get(WHO);
        if (named.size() > MetCommand.MOST_PEOPLE) {
            return new Reply.Refused(
                    Message.of("That is " + named.size() + " people; I divide up to " + MetCommand.MOST_PEOPLE
                            + ". Please name fewer, or send it in two parts."),
                    WHO.name());
        }
        var found = Found.all(notebook, named);
        if (found.isEmpty()) {
            return Which.gone();
        }
        var names = found.get().stream()
                .map(one -> one.person().map(Person::name).orElse(one.name()))
                .toList();
        var bounds = Bounds.around(
                invocation.arguments().find(SIZE).map(Integer::parseInt).orElse(USUAL));
        var matching = Matching.of(names, bounds);
        var message = Message.of(Line.EMPTY.strong(Count.begin(names.size(), "person", "people") + ", "
                + Count.of(matching.circles().size(), "circle", "circles") + " of " + bounds.fewest() + " to "
                + bounds.most() + "."));
        for (var circle = 0; circle < matching.circles().size(); circle++) {
            message = message.and(Message.of(Line.EMPTY
                    .strong("Circle " + (circle + 1))
                    .plain(" — " + String.join(", ", matching.circles().get(circle)))));
        }
        if (!matching.unplaced().isEmpty()) {
            message = message.and(unplaced(matching, bounds));
        }
        return new Reply.Done(message.small(Line.of("This was a try: nobody was told, and nothing is stored.")));
    }

    /** Says who has no place, and how many more would give them one. */
    private static Message unplaced(Matching<String> matching, Bounds bounds) {
        var another = (matching.circles().size() + 1) * bounds.fewest();
        var placed = matching.circles().stream().mapToInt(List::size).sum();
        var lacking = another - placed - matching.unplaced().size();
        return Message.of(Line.EMPTY
                .strong("No place yet")
                .plain(" — " + String.join(", ", matching.unplaced()) + ". With "
                        + Count.of(lacking, "person more", "people more") + " everyone has one."));
    }
}
