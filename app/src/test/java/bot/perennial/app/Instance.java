package bot.perennial.app;

import bot.perennial.app.faults.CrashPoint;
import bot.perennial.app.faults.Crashing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/**
 * The bot in a process of its own as one of several, serving Slack by HTTP: it is told the time, and where to die, on
 * its input, and wakes by nothing but its schedule.
 */
public final class Instance {
    private final FlowingTime time;
    private final Serving serving;

    private Instance(List<String> arguments) {
        time = new FlowingTime(Instant.parse(arguments.get(7)));
        serving = Serving.of(environment(arguments), time, System.err::println);
    }

    /** With the database's address, user, password and keyset, Slack's address, signing secret and token, the time. */
    public static void main(String... arguments) {
        var code = 1;
        var parent = System.out;
        System.setOut(System.err);
        try {
            Crashing.takeOver();
            var instance = new Instance(List.of(arguments));
            instance.serving.start(new CountDownLatch(1));
            instance.listen(parent);
            code = 0;
        } catch (IOException | InterruptedException | SQLException | RuntimeException trouble) {
            LoggerFactory.getLogger(Instance.class).error("the life ended before its time", trouble);
        }
        System.exit(code);
    }

    private void listen(PrintStream parent) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        parent.println("port " + serving.port());
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "time" -> time.flowFrom(Instant.parse(words[1]));
                case "hold" -> time.holdAt(Instant.parse(words[1]));
                case "arm" -> Crashing.arm(CrashPoint.valueOf(words[1]));
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
                Optional.of(new Secret(arguments.get(3))),
                Optional.of(new Environment.Slack(
                        new Secret(arguments.get(6)),
                        Optional.empty(),
                        Optional.of(new Secret(arguments.get(5))),
                        Optional.of(URI.create(arguments.get(4))),
                        Set.of())),
                Optional.empty(),
                new Environment.Http("127.0.0.1", 0),
                Environment.LogFormat.TEXT,
                List.of());
    }
}
