package bot.perennial.slack;

import bot.perennial.core.calendar.Direction;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.store.Notebook;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Commands that only say back what they heard, for tests of the adapter. */
final class Parrot {
    static final CountDownLatch WAKE = new CountDownLatch(1);

    private Parrot() {}

    static List<Command> commands() {
        return List.of(new Echo(), new Place(), new Greet(), new Slow(), new Met());
    }

    /** Says it back, with buttons; refuses “nonsense”. */
    record Echo() implements Command {
        private static final Option<String> TEXT =
                Option.words("text", "what to say").required();

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("echo", "Says it back", TEXT).examples("/echo hello");
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            var text = invocation.arguments().get(TEXT);
            if (text.equals("nonsense")) {
                return new Reply.Refused(Message.of("I won't say nonsense."));
            }
            return new Reply.Done(Message.EMPTY
                    .entry(
                            Line.of("First: ").strong(text),
                            new Control.Button("Whole", "/place WHOLE"),
                            new Control.Button("Entry", "/place ENTRY"),
                            new Control.Menu("More", List.of(new Control.Button("Beside", "/place BESIDE"))))
                    .entry(Line.of("Second"), new Control.Button("Form", "/echo")));
        }
    }

    /** Answers in the place it is told. */
    record Place() implements Command {
        private static final Option<String> WHERE = Option.words("where", "which place");

        @Override
        public CommandSpec spec() {
            return CommandSpec.button("place", WHERE);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            var place = Reply.Place.valueOf(invocation.arguments().get(WHERE));
            return new Reply.Done(Message.of("Placed " + place), place);
        }
    }

    /** Names who is named, and who asks. */
    record Greet() implements Command {
        private static final Option<List<Who>> WHO =
                Option.of("who", "whom", new Kind.People()).required();
        private static final Option<LocalDate> WHEN = Option.of("when", "on which day", new Kind.Day(Direction.PAST));

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("greet", "Greets people", WHO, WHEN);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            var names = invocation.arguments().get(WHO).stream()
                    .map(who -> switch (who) {
                        case Who.Mentioned(var account, String name) -> "@" + name + "/" + account.user();
                        case Who.Named(String name) -> name;
                        case Who.Known known -> known.typed();
                    })
                    .collect(Collectors.joining(" and "));
            var gesture = invocation.gesture();
            return new Reply.Done(Message.of(gesture.name() + " in "
                    + gesture.zone().map(Object::toString).orElse("nowhere") + " (" + gesture.country() + ") greets "
                    + names));
        }
    }

    /** Answers when woken. */
    record Slow() implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("slow", "Takes its time");
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            try {
                WAKE.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Reply.Done(Message.of("Awake"));
        }
    }

    /** Says whom it was told of, and what. */
    record Met() implements Command {
        private static final Option<List<Who>> WHO =
                Option.of("who", "whom", new Kind.People()).required();
        private static final Option<String> NOTE = Option.words("note", "what").after("-");

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("met", "Remembers someone", WHO, NOTE);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            var note = invocation.arguments().find(NOTE).orElse("nothing");
            return new Reply.Done(
                    Message.of("Met " + invocation.arguments().get(WHO).size() + ": " + note));
        }
    }
}
