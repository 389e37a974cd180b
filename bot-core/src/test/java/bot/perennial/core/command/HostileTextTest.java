package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.commands.Commands;
import bot.perennial.core.message.Block;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Message;
import bot.perennial.core.message.Reply;
import bot.perennial.core.testing.HostileText;
import bot.perennial.core.testing.TestBot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is typed, pressed or sent gets a sentence; for some seconds, or as long as told. */
class HostileTextTest {
    private static final long SEED = Long.getLong("perennial.seed", System.nanoTime());
    private static final Duration LASTING = Duration.ofSeconds(Long.getLong("perennial.fuzz.seconds", 10));
    private static final int A_NOTEBOOK = 300;

    private final HostileText text = new HostileText(SEED);
    private TestBot bot = new TestBot("2026-03-02T07:00:00Z");

    @Test
    void isAnsweredWithASentence() {
        System.out.println("perennial.seed=" + SEED);
        var end = System.nanoTime() + LASTING.toNanos();
        for (var round = 0; System.nanoTime() < end; round++) {
            if (round % A_NOTEBOOK == 0) {
                bot = new TestBot("2026-03-02T07:00:00Z");
            }
            var spec = text.oneOf(Commands.all()).spec();
            var line = "/" + spec.path() + " " + text.line();
            var reply = bot.reply(line);
            check(reply, line);
            follow(reply, line);
            bot.time().pass(Duration.ofMinutes(7));
        }
    }

    private void follow(Reply reply, String line) {
        switch (reply) {
            case Reply.Done(Message message, Reply.Place place) -> press(message, line);
            case Reply.Refused(Message message, String option) -> press(message, line);
            case Reply.Ask(var form) -> {
                var answers = new HashMap<String, String>();
                form.fields().forEach(field -> answers.put(field.name(), text.line()));
                check(bot.bot().sent(bot.gesture(), form.line(), Map.copyOf(answers)), line + " sent " + answers);
            }
        }
    }

    private void press(Message message, String line) {
        var buttons = message.buttons();
        if (!buttons.isEmpty()) {
            var pressed = text.oneOf(buttons).line();
            check(bot.bot().pressed(bot.gesture(), pressed), line + " pressed " + pressed);
        }
    }

    private static void check(Reply reply, String line) {
        var message =
                switch (reply) {
                    case Reply.Done(Message said, Reply.Place place) -> said;
                    case Reply.Refused(Message said, String option) -> said;
                    case Reply.Ask ask -> Message.of(ask.form().title());
                };
        assertThat(message.text()).as(line).isNotBlank().doesNotContain("Something broke");
        for (var block : message.blocks()) {
            if (block instanceof Block.Entry entry) {
                assertThat(entry.controls().stream().map(HostileTextTest::choices))
                        .as(line)
                        .allMatch(choices -> choices >= 1 && choices <= 25);
            }
        }
        assertThat(message.buttons().stream().map(Control.Button::label))
                .as(line)
                .noneMatch(String::isBlank);
    }

    private static int choices(Control control) {
        return switch (control) {
            case Control.Button button -> 1;
            case Control.Menu menu -> menu.choices().size();
            case Control.Picks picks -> picks.choices().size();
        };
    }
}
