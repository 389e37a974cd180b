package bot.perennial.app.console;

import bot.perennial.app.Documents;
import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmePictureTest {
    private static final List<String> BEFORE = List.of(
            "/met Lee Ko how:call - daughter choosing colleges",
            "/followup lee ko every 8 weeks",
            "/nudge settings on:on",
            "time 2026-03-03T09:12");
    private static final List<String> CONVERSATION = List.of(
            "/met Dana Ortiz at Blue Bottle - moving to fintech in May, wants visa advice",
            "/followup dana 17 mar - send the visa article",
            "time +2w",
            "press Reached out");

    @TempDir
    private Path folder;

    @Test
    void isWhatTheConsolePrints() throws IOException {
        Documents.keep("docs/conversation.svg", Picture.of(talk()));
    }

    private String talk() {
        var clock = new ConsoleClock(new MovableTime("2026-01-20T09:12:00Z"), folder.resolve("clock"));
        var store = new InMemoryStore();
        var courier = new ConsoleCourier();
        var round = new NudgeRound(store, clock);
        var postman = new Postman(store, List.of(courier), NudgeWords::compose, clock);
        var bot = new Bot(Commands.all(), store, clock);
        var screen = new Filmed();
        Runnable rounds = () -> {
            round.run();
            postman.deliverDue();
        };
        new Console(screen, bot, store, courier, rounds, clock, ZoneId.of("UTC"), "Ana").run();
        return screen.film.toString().strip() + "\n";
    }

    /** A terminal that types by itself and keeps what it shows, from the conversation's first line on. */
    private static final class Filmed implements Screen {
        private final Deque<String> before = new ArrayDeque<>(BEFORE);
        private final Deque<String> conversation = new ArrayDeque<>(CONVERSATION);
        private final StringBuilder film = new StringBuilder();
        private String shown = "";

        @Override
        public Optional<String> read(String prompt) {
            if (!before.isEmpty()) {
                return Optional.of(before.remove());
            }
            if (conversation.isEmpty()) {
                return Optional.empty();
            }
            if (conversation.size() == CONVERSATION.size()) {
                film.setLength(0);
            }
            var line = typed(conversation.remove());
            film.append('\n').append(prompt).append(Picture.TYPED).append(line).append(Picture.END + "\n");
            return Optional.of(line);
        }

        @Override
        public void show(String text) {
            film.append(text.stripTrailing()).append('\n');
            shown = text;
        }

        @Override
        public boolean styled() {
            return true;
        }

        private String typed(String line) {
            if (!line.startsWith("press ")) {
                return line;
            }
            var label = Pattern.quote(line.substring("press ".length()));
            var number = Pattern.compile("(\\d+)\u001b\\[0m " + label).matcher(film);
            if (!number.find()) {
                throw new AssertionError("There is no " + line.substring("press ".length()) + " in: " + shown);
            }
            return number.group(1);
        }
    }
}
