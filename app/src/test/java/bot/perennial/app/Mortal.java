package bot.perennial.app;

import bot.perennial.app.faults.CrashPoint;
import bot.perennial.app.faults.Crashing;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.db.Sealer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The bot in a process of its own that is going to be killed: it is told the time, and where to die, on its input, and
 * makes its rounds without pause besides those of its schedule.
 */
public final class Mortal {
    private static final int PAUSE_MILLIS = 150;
    private final MovableTime time;
    private final Serving serving;

    private Mortal(List<String> arguments) {
        time = new MovableTime(arguments.get(7));
        serving = Serving.of(environment(arguments), time, System.err::println);
    }

    /** With the database's address, user, password and keyset, Slack's, Discord's and its gateway's address, the time. */
    public static void main(String... arguments) {
        var code = 1;
        var parent = System.out;
        System.setOut(System.err);
        try {
            Crashing.takeOver();
            if (arguments.length > 8) {
                Crashing.arm(CrashPoint.valueOf(arguments[8]));
            }
            var mortal = new Mortal(List.of(arguments));
            mortal.serving.start(new CountDownLatch(1));
            Thread.ofPlatform().daemon().start(mortal::wakeForEver);
            mortal.listen(parent);
            code = 0;
        } catch (IOException | InterruptedException | SQLException | RuntimeException trouble) {
            LoggerFactory.getLogger(Mortal.class).error("the life ended before its time", trouble);
        }
        System.exit(code); // in order, so that the archive of classes is written
    }

    private void wakeForEver() {
        try {
            while (true) {
                try {
                    serving.wake();
                } catch (RuntimeException trouble) {
                    System.err.println("a round broke off: " + trouble);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all the memory there is, as a leak does in the end. */
    private static void fill() {
        var taken = new ArrayList<byte[]>();
        while (taken.size() < Integer.MAX_VALUE) {
            taken.add(new byte[1 << 20]);
        }
    }

    private void listen(PrintStream parent) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        parent.println("port " + serving.port());
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "time" -> time.moveTo(Instant.parse(words[1]));
                case "arm" -> Crashing.arm(CrashPoint.valueOf(words[1]));
                case "fill" -> Thread.ofPlatform().daemon().start(Mortal::fill);
                default -> throw new IllegalArgumentException(line);
            }
            parent.println("heard");
        }
    }

    private static Environment environment(List<String> arguments) {
        return new Environment(
                Path.of("target"),
                Optional.of(new Environment.DatabaseAddress(
                        arguments.get(0), arguments.get(1), new Secret(arguments.get(2)))),
                Optional.of(new Secret(arguments.get(3).isEmpty() ? Sealer.generate() : arguments.get(3))),
                Optional.of(new Environment.Slack(
                        new Secret("xoxb-fake"),
                        Optional.of(new Secret("xapp-fake")),
                        Optional.empty(),
                        Optional.of(URI.create(arguments.get(4))),
                        Set.of())),
                Optional.of(new Environment.Discord(
                        new Secret("fake.to.ken"),
                        Optional.of(URI.create(arguments.get(5))),
                        Optional.of(URI.create(arguments.get(6))))),
                new Environment.Http("127.0.0.1", 0),
                Environment.LogFormat.TEXT,
                List.of());
    }
}
