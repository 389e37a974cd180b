package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Kind;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.discord.testing.FakeDiscord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommandRegistrationTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private static final List<CommandSpec> SPECS = List.of(
            CommandSpec.of(
                    "met",
                    "Remember a meeting",
                    Option.of("who", "Whom you met", new Kind.People()).required(),
                    Option.of("tags", "Tags", new Kind.Tags()),
                    Option.of("every", "How often", new Kind.Every()),
                    Option.of("how", "How you met", new Kind.OneOf(List.of(new Choice("call", "A call"))))),
            CommandSpec.of("people", "Everyone").word("overview"),
            CommandSpec.of("people", "Look for words", Option.words("text", "What to look for"))
                    .word("find"),
            CommandSpec.button("undo"));

    @Test
    void describesCommandsAsTheirSpecsDo() {
        var all = DataArray.fromCollection(CommandRegistration.definitions(SPECS));

        Snapshot.compare("commands.json", DataObject.empty().put("all", all));
    }

    @Test
    void registersOnceAndAgainOnlyWhenSomethingChanged() {
        try (var discord = new FakeDiscord()) {
            start(discord, SPECS);
            start(discord, SPECS);
            assertThat(discord.calls("PUT /applications/#/commands")).hasSize(1);

            start(discord, SPECS.subList(0, 1));
            assertThat(discord.calls("PUT /applications/#/commands")).hasSize(2);
        }
    }

    private static void start(FakeDiscord discord, List<CommandSpec> specs) {
        var commands = specs.stream()
                .<Command>map(spec -> new ScriptedCommand(spec, said -> new Reply.Done(Message.of("Done."))))
                .toList();
        var adapter = new DiscordAdapter(
                discord.settings(), new Bot(commands, new InMemoryStore(), TIME), TIME, Alone.at(TIME));
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
        adapter.stop(Duration.ofSeconds(5));
    }
}
