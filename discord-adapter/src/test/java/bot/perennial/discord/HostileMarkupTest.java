package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.command.Option;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.Alone;
import bot.perennial.core.testing.HostileMarkup;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.discord.testing.FakeDiscord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** T7 and T8 on Discord: what somebody typed is words, wherever it is shown. */
class HostileMarkupTest {
    private static final Pattern MENTION = Pattern.compile("<@!?1>");
    private static final List<String> TYPED = HostileMarkup.ALL;
    private static final Option<String> TEXT = Option.words("text", "what to say");

    @ParameterizedTest
    @FieldSource("TYPED")
    void isWords(String typed) {
        for (var line : List.of(
                Line.of(typed), Line.of("Noted: ").quote(typed), Line.of("a ").plain(typed))) {
            var markdown = DiscordText.line(line, 4000);
            assertThat(markdown.codePoints()).as(markdown).noneMatch(HostileMarkup::harmful);
            assertThat(HostileMarkup.legible(Markdown.words(markdown))).isEqualTo(HostileMarkup.legible(line.text()));
        }
    }

    @ParameterizedTest
    @FieldSource("TYPED")
    void isOnlyAsBigOrBoldAsTheBotMakesIt(String typed) {
        if (HostileMarkup.legible(typed).isEmpty()) {
            return;
        }
        assertMarked("**", DiscordText.line(Line.EMPTY.strong(typed), 4000), typed);
        assertMarked("*", DiscordText.line(Line.EMPTY.soft(typed), 4000), typed);
        var heading = DiscordText.heading(typed, 4000);
        assertThat(heading).startsWith("### ").doesNotContain("\n");
        assertThat(HostileMarkup.legible(Markdown.words("." + heading.substring(4))))
                .isEqualTo("." + HostileMarkup.legible(typed));
    }

    @Test
    void isWordsWhenItHasGoneThroughTheAdapter() {
        var time = new MovableTime("2026-03-02T09:00:00Z");
        var say = new ScriptedCommand(
                CommandSpec.of("say", "Says it back", TEXT),
                said -> new Reply.Done(Message.of(said.arguments().find(TEXT).orElse("nothing"))));
        try (var discord = new FakeDiscord()) {
            var adapter = new DiscordAdapter(
                    discord.settings(), new Bot(List.of(say), new InMemoryStore(), time), time, Alone.at(time));
            adapter.start();
            while (!adapter.ready()) {
                Thread.onSpinWait();
            }
            for (var typed : TYPED) {
                if (!HostileMarkup.legible(typed).isEmpty()) {
                    discord.as("21", "Ana").types("say", Map.of("text", typed));
                    var words = Markdown.words(discord.next().text());
                    var meant = MENTION.matcher(typed).replaceAll("member1"); // a mention becomes a name on its way in
                    assertThat(HostileMarkup.legible(words)).isEqualTo(HostileMarkup.legible(meant));
                }
            }
            adapter.stop(Duration.ofSeconds(5));
            assertThat(discord.complaints()).isEmpty();
        }
    }

    private static void assertMarked(String mark, String markdown, String typed) {
        var core = markdown.replace("\u2068", "").replace("\u2069", "").strip();
        assertThat(core).startsWith(mark).endsWith(mark);
        var inner = core.substring(mark.length(), core.length() - mark.length());
        assertThat(HostileMarkup.legible(Markdown.words("." + inner))).isEqualTo("." + HostileMarkup.legible(typed));
    }
}
