package bot.perennial.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Choice;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleMarkupTest {
    private final Message everything = Message.EMPTY
            .heading("Good morning")
            .entry(
                    Line.of("Met ")
                            .strong("Ana")
                            .soft(" today ")
                            .quote("likes jazz")
                            .plain(" ")
                            .code("/people"),
                    new Control.Button("Undo", "/undo 1"),
                    new Control.Menu(
                            "Later",
                            List.of(new Control.Button("tomorrow", "/x 1"), new Control.Button("next week", "/x 2"))),
                    new Control.Picks("Keep", "/keep", List.of(new Choice("~1", "Ana"), new Choice("~2", "Ben")), 2))
            .small(Line.of("/nudge pause"));

    @Test
    void showsEverySpanAndBlock() {
        assertThat(new ConsoleMarkup(false).text(everything)).isEqualTo("""
                        Good morning
                        Met Ana today “likes jazz” /people
                          [1 Undo] Later: [2 tomorrow] [3 next week] Keep (numbers together, at most 2): [4 Ana] [5 Ben]
                        /nudge pause""");
    }

    @Test
    void letsTextStandOutOnATerminal() {
        assertThat(new ConsoleMarkup(true).text(Message.of(Line.of("Met ").strong("Ana"))))
                .isEqualTo("Met \u001b[1mAna\u001b[0m");
    }

    @Test
    void numbersWhatCanBePressed() {
        var markup = new ConsoleMarkup(false);
        markup.text(everything);

        assertThat(markup.pressables().stream().map(Pressable::line))
                .containsExactly("/undo 1", "/x 1", "/x 2", "/keep", "/keep");
        assertThat(markup.pressables().get(1).block()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u001b[2J", "\u001b]0;owned\u0007", "\r", "\u009b31m", "\u202e", "\u2066", "\u0000", "\ud800"})
    void obeysNoText(String hostile) {
        var text = new ConsoleMarkup(true)
                .text(Message.of(Line.of("a" + hostile).quote(hostile), new Control.Button("b" + hostile, "/x")));

        assertThat(text.replace("\u001b[1m", "").replace("\u001b[0m", ""))
                .doesNotContain("\u001b", "\u0007", "\r", "\u009b", "\u202e", "\u2066", "\u0000", "\ud800");
    }
}
