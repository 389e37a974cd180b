package bot.perennial.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.message.Control;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import bot.perennial.core.testing.HostileMarkup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** T8 in a terminal: it obeys nothing that somebody typed. */
class HostileMarkupTest {
    static List<String> typed() {
        return HostileMarkup.ALL;
    }

    @ParameterizedTest
    @MethodSource("typed")
    void isWords(String typed) {
        var line = Line.of(typed).strong(typed).soft(typed).quote(typed).code(typed);
        var message = Message.EMPTY
                .heading(typed)
                .entry(line, new Control.Button(typed, "/undo"))
                .small(line);
        var text = new ConsoleMarkup(false).text(message);

        assertThat(text.codePoints()).noneMatch(HostileMarkup::harmful);
        assertThat(HostileMarkup.legible(text)).contains(HostileMarkup.legible(line.text()));
    }
}
