package bot.perennial.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import bot.perennial.app.console.Console;
import bot.perennial.app.console.ConsoleClock;
import bot.perennial.app.console.ConsoleCourier;
import bot.perennial.app.console.Screen;
import bot.perennial.app.console.ScriptScreen;
import bot.perennial.app.console.TerminalScreen;
import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The console on its own database, apart from the one that serves, because its clock moves. */
final class Talking {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Environment environment;
    private final Consumer<String> progress;
    private final PrintStream output;
    private final Path folder;

    Talking(Environment environment, PrintStream output, Consumer<String> progress) {
        this.environment = environment;
        this.output = output;
        this.progress = progress;
        this.folder = environment.home().resolve("console");
    }

    void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var memory = Memory.open(environment, folder, progress)) {
            memory.await(new CountDownLatch(1), progress);
            while (!memory.resealing().finished()) {
                memory.resealing().step();
            }
            if (scripted()) {
                talk(new ScriptScreen(new InputStreamReader(System.in, StandardCharsets.UTF_8), output), memory);
            } else {
                try (var screen = new TerminalScreen(folder.resolve("history"), words())) {
                    screen.show(
                            "Type /met Ana at PyCon - likes jazz, then time +2w. Type help for more, quit to leave.");
                    talk(screen, memory);
                }
            }
        }
    }

    private void talk(Screen screen, Memory memory) {
        var clock = new ConsoleClock(InstantSource.system(), folder.resolve("clock"));
        var store = memory.store();
        var courier = new ConsoleCourier();
        var round = new NudgeRound(store, clock);
        var postman = new Postman(store, List.of(courier), NudgeWords::compose, clock);
        Runnable rounds = () -> {
            round.run();
            postman.deliverDue();
        };
        var bot = new Bot(Commands.all(), store, clock);
        var console = new Console(screen, bot, store, courier, rounds, clock, ZoneId.systemDefault(), speaker());
        try (var looking = Executors.newSingleThreadScheduledExecutor()) {
            if (!scripted()) {
                var unused = looking.scheduleWithFixedDelay(console::look, LOOK.toSeconds(), LOOK.toSeconds(), SECONDS);
            }
            console.run();
            looking.shutdownNow();
        }
    }

    /** Main sees to it that every JDK has no console where there is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean scripted() {
        return System.console() == null;
    }

    private static String speaker() {
        var user = System.getProperty("user.name", "").strip();
        return user.isEmpty() || user.equals("root")
                ? "You"
                : user.substring(0, 1).toUpperCase(Locale.ROOT) + user.substring(1);
    }

    private static List<String> words() {
        return Stream.concat(
                        Commands.all().stream()
                                .map(Command::spec)
                                .filter(CommandSpec::visible)
                                .map(spec -> "/" + spec.path()),
                        Stream.of("help", "time", "as", "quit"))
                .distinct()
                .toList();
    }
}
