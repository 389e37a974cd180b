package bot.perennial.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Invocation;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.people.Who;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import bot.perennial.discord.testing.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DiscordConversationTest {
    private static final Option<List<Who>> WHO = Option.of("who", "whom you met", new Kind.People());
    private static final Option<String> NOTE = Option.words("note", "what to remember");
    private static final Option<String> ABOUT = Option.words("about", "what it is about");
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private static final Form FORM = new Form(
            "Log a meeting",
            "/met",
            "Save",
            List.of(
                    Field.words("who", "Who", ""),
                    Field.someOf(
                            "note",
                            "Days",
                            List.of(new Choice("mon", "Monday"), new Choice("tue", "Tuesday")),
                            "mon")));

    private final FakeDiscord discord = new FakeDiscord();
    private final BlockingQueue<Invocation> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Bot bot = new Bot(commands(), new InMemoryStore(), TIME);
    private final DiscordAdapter adapter =
            new DiscordAdapter(discord.settings(), bot, TIME, Alone.at(TIME), Duration.ofMillis(500));

    @BeforeEach
    void connect() {
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void keepToTheRules() {
        slow.countDown();
        adapter.stop(Duration.ofSeconds(5));
        discord.close();
        assertThat(discord.complaints()).isEmpty();
    }

    @Test
    void answersOnlyTheOneWhoTyped() {
        discord.as("21", "Ana").types("met", Map.of("who", "Ben, <@22>", "note", "likes *jazz*"));

        var shown = discord.next();
        assertThat(shown.surface()).isEqualTo(Shown.Surface.EPHEMERAL);
        assertThat(shown.text()).isEqualTo("Noted **Ben, somebody**: “likes \\*jazz\\*”");
        assertThat(shown.labels()).containsExactly("Undo", "Undo", "Tomorrow", "Next week");
    }

    @Test
    void knowsWhoSpeaksAndWhere() throws InterruptedException {
        discord.as("21", "Ana").types("met", Map.of("who", "Ben"));

        var here = seen.take().gesture();
        assertThat(here.account().workspace()).isEqualTo(FakeDiscord.GUILD);
        assertThat(here.account().user()).isEqualTo("21");
        assertThat(here.name()).isEqualTo("Ana");
        assertThat(here.country()).isEqualTo("BR");

        discord.as("21", "Ana").alone().types("met", Map.of("who", "Ben"));
        assertThat(seen.take().gesture().account().workspace()).isEqualTo("@me");
    }

    @Test
    void opensAFormForABareCommandAndReadsIt() throws InterruptedException {
        var ana = discord.as("21", "Ana");
        ana.types("met", Map.of());

        var modal = discord.nextModal();
        assertThat(modal.getString("title")).isEqualTo("Log a meeting");
        seen.take();
        ana.sends(modal, Map.of("who", "Ben", "note", "mon tue"));

        assertThat(discord.next().text()).isEqualTo("Noted **Ben**: “mon tue”");
    }

    @Test
    void replacesTheMessageThatTheButtonStoodIn() {
        var ana = discord.as("21", "Ana");
        ana.types("met", Map.of("who", "Ben"));
        ana.presses("Undo", discord.next());

        var shown = discord.next();
        assertThat(shown.edited()).isTrue();
        assertThat(shown.text()).isEqualTo("Undone.");
        assertThat(shown.labels()).isEmpty();
    }

    @Test
    void replacesOnlyTheEntryThatWasPressed() {
        var ana = discord.as("21", "Ana");
        ana.types("today", Map.of());
        ana.presses("Done with Lee", discord.next());

        var shown = discord.next();
        assertThat(shown.edited()).isTrue();
        assertThat(shown.text()).isEqualTo("### You said you would\n**Dana**\n✓ Lee\n-# That is all.");
        assertThat(shown.labels()).containsExactly("Done with Dana", "Undo");
    }

    @Test
    void replacesOnlyTheEntryThatTheFormWasOpenedFrom() {
        var ana = discord.as("21", "Ana");
        ana.types("today", Map.of());
        ana.presses("Add a note", discord.next());
        ana.sends(discord.nextModal(), Map.of("who", "Ben"));

        assertThat(discord.next().text()).isEqualTo("### You said you would\n**Dana**\nNoted\n-# That is all.");
    }

    @Test
    void keepsTheOldMessageWhenRefusing() {
        var ana = discord.as("21", "Ana");
        ana.types("today", Map.of());
        ana.presses("Done with Dana", discord.next());

        var shown = discord.next();
        assertThat(shown.edited()).isFalse();
        assertThat(shown.surface()).isEqualTo(Shown.Surface.EPHEMERAL);
        assertThat(shown.text()).isEqualTo("Not Dana.");
    }

    @Test
    void takesAMenusChoice() {
        var ana = discord.as("21", "Ana");
        ana.types("met", Map.of("who", "Ben"));
        ana.presses("Next week", discord.next());

        assertThat(discord.next().text()).isEqualTo("Later: week");
    }

    @Test
    void answersOthersWhileOneWaits() {
        discord.as("21", "Ana").types("slow", Map.of());
        discord.as("22", "Ben").types("dance", Map.of());
        assertThat(discord.next().text()).startsWith("I don't know `/dance`.");
        slow.countDown();
        assertThat(discord.next().text()).isEqualTo("At last.");
    }

    @Test
    void defersBeforeItAnswersLate() throws InterruptedException {
        discord.as("21", "Ana").types("slow", Map.of());
        assertThat(discord.answered().poll(10, SECONDS)).isEqualTo(5);
        slow.countDown();
        var shown = discord.next();
        assertThat(shown.surface()).isEqualTo(Shown.Surface.EPHEMERAL);
        assertThat(shown.text()).isEqualTo("At last.");
    }

    @Test
    void remembersWhoeverIsChosen() {
        discord.as("21", "Ana").chooses("I met them", discord.as("22", "Ben"));

        assertThat(discord.next().text()).isEqualTo("Noted **Ben**: “”");
    }

    @Test
    void followsUpOnWhatSomebodySaid() {
        discord.as("21", "Ana").chooses("Follow up on this", discord.as("22", "Ben"), "Who knows *visas*?");
        assertThat(discord.next().text()).isEqualTo("Ben: Who knows \\*visas\\*?");
    }

    @Test
    void completesWhileTyping() {
        assertThat(discord.as("21", "Ana").completes("met", "who", "Be")).isEmpty();
    }

    @Test
    void asksForNoPrivilegedIntent() {
        assertThat(discord.sessions()).containsExactly("identify 1");
    }

    @Test
    void answersWhatWasTypedWhileTheGatewayWasAway() throws Exception {
        var ana = discord.as("21", "Ana");
        discord.gateway().cut();
        ana.types("met", Map.of("who", "Ben"));
        assertThat(discord.next().text()).startsWith("Noted **Ben**");
        assertThat(discord.sessions()).contains("resume");
    }

    private List<Command> commands() {
        return List.of(
                new ScriptedCommand(CommandSpec.of("met", "Remember a meeting", WHO, NOTE), this::met),
                new ScriptedCommand(CommandSpec.of("today", "What is due"), said -> new Reply.Done(today())),
                new ScriptedCommand(CommandSpec.of("slow", "Takes its time"), said -> atLast()),
                new ScriptedCommand(
                        CommandSpec.of("followup", "Get back to someone", WHO, ABOUT),
                        said -> new Reply.Done(
                                Message.of(name(said.arguments().get(WHO).getFirst()) + ": "
                                        + said.arguments().get(ABOUT)))),
                new ScriptedCommand(CommandSpec.button("note", WHO), DiscordConversationTest::note),
                new ScriptedCommand(CommandSpec.button("undo"), said -> new Reply.Done(Message.of("Undone."))),
                new ScriptedCommand(
                        CommandSpec.button("done", NOTE),
                        said -> said.arguments().get(NOTE).equals("lee")
                                ? new Reply.Done(
                                        Message.of(Line.of("✓ Lee"), new Control.Button("Undo", "/undo")),
                                        Reply.Place.ENTRY)
                                : new Reply.Refused(Message.of("Not Dana."))),
                new ScriptedCommand(
                        CommandSpec.button("later", NOTE),
                        said -> new Reply.Done(
                                Message.of("Later: " + said.arguments().get(NOTE)), Reply.Place.BESIDE)));
    }

    private Reply met(Invocation invocation) {
        seen.add(invocation);
        if (invocation.arguments().empty()) {
            return new Reply.Ask(FORM);
        }
        var who = invocation.arguments().get(WHO).stream()
                .map(DiscordConversationTest::name)
                .collect(Collectors.joining(", "));
        var note = invocation.arguments().find(NOTE).orElse("");
        return new Reply.Done(Message.of(
                Line.of("Noted ").strong(who).plain(": ").quote(note),
                new Control.Button("Undo", "/undo"),
                new Control.Button("Undo", "/undo"),
                new Control.Menu(
                        "Later",
                        List.of(
                                new Control.Button("Tomorrow", "/later tomorrow"),
                                new Control.Button("Next week", "/later week")))));
    }

    private static Reply note(Invocation said) {
        return said.arguments().empty()
                ? new Reply.Ask(new Form("Note", "/note", "Save", List.of(Field.words("who", "Who", ""))))
                : new Reply.Done(Message.of("Noted"), Reply.Place.ENTRY);
    }

    private static Message today() {
        return Message.EMPTY
                .heading("You said you would")
                .entry(Line.EMPTY.strong("Dana"), new Control.Button("Done with Dana", "/done dana"))
                .entry(
                        Line.EMPTY.strong("Lee"),
                        new Control.Button("Done with Lee", "/done lee"),
                        new Control.Button("Add a note", "/note"))
                .small(Line.of("That is all."));
    }

    private Reply atLast() {
        try {
            assertThat(slow.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Reply.Done(Message.of("At last."));
    }

    private static String name(Who who) {
        return switch (who) {
            case Who.Mentioned mentioned -> mentioned.name();
            case Who.Named named -> named.name();
            case Who.Known known -> known.typed();
        };
    }
}
