package bot.perennial.app;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.commands.Commands;
import bot.perennial.db.Sealer;
import bot.perennial.slack.SlackManifest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be started from a command line. */
@Command(
        name = "perennial",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Helps a community's members to keep the relationships that it starts, on Slack and Discord."
                + " Without a command it serves the platforms that are configured; with none, it opens the console.")
public final class Main implements Callable<Integer> {
    private static final Duration STOP = Duration.ofSeconds(19);
    private static final Pattern HTTPS = Pattern.compile("https://[^/\\s?#]+(/[^\\s?#]*)?");
    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_-]{0,12}");

    private final PrintStream output;
    private final PrintStream errors;

    Main(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    public static void main(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("jdk.console", "java.base"); // whose console is none when there is no terminal
        var output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var code = commandLine(output, errors).execute(arguments);
        Logging.end();
        output.flush();
        System.exit(code);
    }

    static CommandLine commandLine(PrintStream output, PrintStream errors) {
        var line = new CommandLine(new Main(output, errors));
        line.addSubcommand(new DiscordCommands(output));
        line.setOut(new PrintWriter(output, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> Failure.tell(thrown, errors));
        return line;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var environment = Environment.ofProcess();
        var platforms = environment.slack().isPresent() || environment.discord().isPresent();
        return platforms ? serve(environment) : talk(environment);
    }

    @Command(mixinStandardHelpOptions = true, description = "Serves the platforms that are configured, until stopped.")
    int serve() throws IOException, InterruptedException {
        return serve(Environment.ofProcess());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Opens the console: the bot in a terminal, or for a script.")
    int console() throws IOException, InterruptedException {
        return talk(Environment.ofProcess());
    }

    @Command(mixinStandardHelpOptions = true, description = "Looks for what would keep the bot from working.")
    int check() {
        Logging.quiet();
        return new Check(output).run(Environment.ofProcess());
    }

    @Command(mixinStandardHelpOptions = true, description = "Brings the database's tables up to date, and ends.")
    int migrate() {
        Logging.quiet();
        var environment = Environment.ofProcess();
        try (var memory = Memory.open(environment, environment.home(), output::println)) {
            var problems = memory.database().problems();
            if (!problems.isEmpty()) {
                throw new Misconfigured(problems);
            }
            output.println("Brought the database's tables up to date in "
                    + memory.database().migrate() + " steps.");
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints a new PERENNIAL_ENCRYPTION_KEYSET, or renews the keys of the present one.")
    int key(
            @Option(names = "--rotate", description = "adds a new key to the present keyset, to be used from now on")
                    boolean rotate,
            @Option(names = "--retire", description = "takes the older keys away, once nothing needs them any more")
                    boolean retire)
            throws IOException {
        Logging.quiet();
        if (rotate || retire) {
            var keys = new Keys(Environment.ofProcess(), Environment.keysetFileOfProcess(), output, errors);
            if (rotate) {
                keys.rotate();
            } else {
                keys.retire();
            }
            return 0;
        }
        output.println(Sealer.generate());
        errors.println("Keep a copy apart from the database: without it nobody can read the notes again.");
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints what a platform asks for about the app.")
    int manifest(
            @Parameters(paramLabel = "slack", description = "which platform") Target target,
            @Option(
                            names = "--http",
                            paramLabel = "URL",
                            defaultValue = "",
                            description = "for HTTP mode at this address, such as https://bot.example.org")
                    String address,
            @Option(
                            names = "--suffix",
                            paramLabel = "WORD",
                            defaultValue = "",
                            description = "appended to every command's name, where another app has the same ones")
                    String suffix) {
        Logging.quiet();
        if (!address.isEmpty() && !HTTPS.matcher(address).matches()) {
            throw new Misconfigured(List.of("--http " + address
                    + " is not an address that Slack can reach; write it as https://bot.example.org."));
        }
        if (!SUFFIX.matcher(suffix).matches()) {
            throw new Misconfigured(List.of("--suffix takes at most 12 small letters, digits, - and _; such as team."));
        }
        var specs = Commands.all().stream()
                .map(bot.perennial.core.command.Command::spec)
                .filter(CommandSpec::visible)
                .toList();
        output.println(
                switch (target) {
                    case slack ->
                        address.isEmpty()
                                ? SlackManifest.socket(specs, suffix).json()
                                : SlackManifest.http(specs, suffix, address).json();
                });
        return 0;
    }

    /** Whose manifest. */
    enum Target {
        slack
    }

    private int talk(Environment environment) throws IOException, InterruptedException {
        Logging.quiet();
        new Talking(environment, output, errors::println).run();
        return 0;
    }

    private int serve(Environment environment) throws IOException, InterruptedException {
        Logging.as(environment.logFormat());
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await(STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            serve(environment, stop);
            Logging.end();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void serve(Environment environment, CountDownLatch stop) throws IOException, InterruptedException {
        try (var serving = Serving.of(environment, InstantSource.system(), output::println)) {
            if (serving.start(stop)) {
                stop.await();
            }
            output.println("Stopping: letting what is under way end…");
        }
    }
}
