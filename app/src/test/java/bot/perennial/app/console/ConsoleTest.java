package bot.perennial.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Arguments;
import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Gesture;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Option;
import bot.perennial.core.command.Token;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Account;
import bot.perennial.core.store.Notebook;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final InMemoryStore store = new InMemoryStore();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AtomicInteger rounds = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void pressesTheButtonOfANumber() {
        assertThat(talk("/echo hello", "1")).contains("you said hello\n  [1 Again]", "you said again");
    }

    @Test
    void showsTheMessageAgainWithTheEntryThatChanged() {
        assertThat(talk("/two", "2")).contains("first\n  [1 Tick]\n✓ second\n");
    }

    @Test
    void takesSeveralNumbersOfOneList() {
        assertThat(talk("/pick", "1 2")).contains("you said ~1 ~2");
    }

    @Test
    void refusesANumberThatIsNotThere() {
        assertThat(talk("7", "/echo hello", "7", "0"))
                .contains("There is nothing to press just now.", "Press a number from 1 to 1.");
    }

    @Test
    void asksAFormFieldByField() {
        assertThat(talk("/form", "", "Ana", "2", ""))
                .contains("Who (needed)?", "How? [1 In person] [2 Call]", "you said who=Ana how=call");
    }

    @Test
    void leavesAFormForACommand() {
        assertThat(talk("/form", "/echo hello")).contains("you said hello");
    }

    @Test
    void dropsAFormThatLacksWhatItNeeds() {
        assertThat(talk("/form", "", "")).contains("Nothing was sent.");
        assertThat(talk("/form")).contains("Nothing was sent.");
    }

    @Test
    void knowsMentions() {
        assertThat(talk("as Ana Silva", "as Ben", "/echo met @ana-silva and x@y.z, @kim"))
                .contains("you said met Ana Silva and x@y.z, Kim");
    }

    @Test
    void movesItsClockForwardOnly() {
        assertThat(talk("time", "time +2w", "time 2026-04-01T08:30", "/echo x", "time 2026-03-02T10:00", "time soon"))
                .contains(
                        "It is Mon 2 Mar 2026, 09:00 in Europe/Lisbon.",
                        "It is Mon 16 Mar 2026, 09:00.",
                        "It is Wed 1 Apr 2026, 08:30.",
                        "The clock only goes forward",
                        "I couldn't read that as a time.");
    }

    @Test
    void goesBackWhileNothingCanHaveBeenNoted() {
        assertThat(talk("time 2026-01-05T08:00")).contains("It is Mon 5 Jan 2026, 08:00.");
    }

    @Test
    void keepsItsClockForTheNextTime() {
        talk("time +2w");

        assertThat(talk("time")).contains("It is Mon 16 Mar 2026, 09:00 in Europe/Lisbon.");
    }

    @Test
    void ignoresRemarksAndSaysWhatCommandsLookLike() {
        assertThat(talk("# a remark", "", "hello")).startsWith("Commands begin with /");
    }

    @Test
    void helpsFromTheSpecs() {
        assertThat(talk("help")).contains("/echo <words>", "time +2w", "as Ben");
    }

    @Test
    void stopsWhenToldTo() {
        assertThat(talk("quit", "/echo hello")).isEmpty();
    }

    @Test
    void leavesTheNudgesOfOthersAlone() {
        var others = new Gesture(new Account("chat", "T1", "U1"), "g1", "Lee", Optional.of(LISBON), "");
        new Bot(Commands.all(), store, new MovableTime("2026-03-02T09:00:00Z"))
                .typed(others, "met", List.of(new Token.Text("Ana next:1w")));

        assertThat(talk("time +2w", "time"))
                .contains("Members of Slack or Discord are in this database too")
                .contains("It is Mon 2 Mar 2026, 09:00 in Europe/Lisbon.");
        assertThat(rounds).hasValue(0);
    }

    @Test
    void letsArriveWhatIsDueWhileNobodyTypes() {
        console("").look();
        assertThat(rounds).hasValue(1);
    }

    private String talk(String... lines) {
        console(String.join("\n", lines) + "\n").run();
        return output.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private Console console(String input) {
        output.reset();
        var screen = new ScriptScreen(new StringReader(input), new PrintStream(output, true, StandardCharsets.UTF_8));
        var clock = new ConsoleClock(new MovableTime("2026-03-02T09:00:00Z"), folder.resolve("clock"));
        var bot = new Bot(List.of(new Echo(), new Two(), new Pick(), new Filled()), store, clock);
        return new Console(screen, bot, store, new ConsoleCourier(), rounds::incrementAndGet, clock, LISBON, "Sam");
    }

    private static final Option<String> WORDS =
            Option.words("words", "what to say").required();

    private record Echo() implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("echo", "Says it again.", WORDS);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            return new Reply.Done(Message.of(
                    Line.of("you said ").plain(invocation.arguments().get(WORDS)),
                    new Control.Button("Again", "/echo again")));
        }
    }

    private record Two() implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("two", "Two entries.", Option.words("tick", "which"));
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            if (!invocation.arguments().empty()) {
                return new Reply.Done(Message.of("✓ second"), Reply.Place.ENTRY);
            }
            return new Reply.Done(Message.of(Line.of("first"), new Control.Button("Tick", "/two 1"))
                    .entry(Line.of("second"), new Control.Button("Tick", "/two 2")));
        }
    }

    private record Pick() implements Command {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("pick", "Several.");
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            var choices = List.of(new Choice("~1", "Ana"), new Choice("~2", "Ben"));
            return new Reply.Done(Message.of(Line.of("whom?"), new Control.Picks("Keep", "/echo", choices, 2)));
        }
    }

    private record Filled() implements Command {
        private static final Option<String> WHO = Option.words("who", "who");
        private static final Option<String> HOW = Option.words("how", "how");

        @Override
        public CommandSpec spec() {
            return CommandSpec.of("form", "A form.", WHO, HOW);
        }

        @Override
        public Reply run(Invocation invocation, Notebook notebook) {
            Arguments arguments = invocation.arguments();
            if (!arguments.empty()) {
                return new Reply.Done(Message.of("you said who=" + arguments.get(WHO) + " how="
                        + arguments.find(HOW).orElse("")));
            }
            var ways = List.of(new Choice("in-person", "In person"), new Choice("call", "Call"));
            return new Reply.Ask(new Form(
                    "Someone",
                    "/form",
                    "Save",
                    List.of(
                            Field.words("who", "Who", "").required(),
                            Field.oneOf("how", "How", ways, ""),
                            Field.prose("note", "Note", ""))));
        }
    }
}
