package bot.perennial.bench.instances;

import bot.perennial.app.training.Started;
import bot.perennial.bench.Address;
import bot.perennial.bench.delivery.Stub;
import bot.perennial.bench.measure.Processors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances of the product, each in a process of its own and with a token of its own, on one database. */
final class Group implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "app", "target", "perennial", "bin", "perennial");
    private static final Path LOG = Path.of("target", "bench", "instances.log");

    private final List<Started> instances = new ArrayList<>();

    static Group start(int size, Address address, String keyset, Stub stub) throws IOException, InterruptedException {
        Files.createDirectories(LOG.getParent());
        var group = new Group();
        var ready = false;
        var settings = address.settings();
        settings.putAll(Map.of(
                "PERENNIAL_ENCRYPTION_KEYSET",
                keyset,
                "PERENNIAL_HTTP_HOST",
                "127.0.0.1",
                "SLACK_SIGNING_SECRET",
                "0123456789abcdef0123456789abcdef",
                "SLACK_API_URL",
                stub.api()));
        try {
            for (var number = 0; number < size; number++) {
                var own = new HashMap<>(settings);
                own.put("SLACK_BOT_TOKEN", token(number));
                group.instances.add(Started.with(List.of(SCRIPT.toString(), "serve"), own, LOG));
            }
            for (var instance : group.instances) {
                instance.awaitReady();
            }
            ready = true;
            return group;
        } finally {
            if (!ready) {
                group.close();
            }
        }
    }

    static String token(int number) {
        return "xoxb-" + (number + 1);
    }

    int size() {
        return instances.size();
    }

    /** Nanoseconds of processor time that all of them have used. */
    long used() {
        return instances.stream()
                .mapToLong(
                        instance -> Processors.of(Optional.of(instance.process().pid()))
                                .server()
                                .orElse(0L))
                .sum();
    }

    /** As kill -9 does. */
    void kill(int number) {
        instances.get(number).process().destroyForcibly();
    }

    @Override
    public void close() {
        instances.forEach(Started::close);
    }
}
