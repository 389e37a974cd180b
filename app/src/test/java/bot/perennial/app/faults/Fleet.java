package bot.perennial.app.faults;

import bot.perennial.app.FlowingTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several instances on one database behind one balancer, each by the token it shows to Slack, and one time for all. */
final class Fleet implements AutoCloseable {
    private static final String PLANNED = "perennial_dealt_with_total{tick=\"plan-";

    final Balancer balancer = new Balancer();
    private final World world;
    private final FlowingTime time;
    private final SequencedMap<String, Life> lives = new LinkedHashMap<>();

    /** They start at once, as on the first day of a deployment. */
    Fleet(World world, int size) {
        this.world = world;
        time = new FlowingTime(world.now());
        var starting = IntStream.rangeClosed(1, size)
                .mapToObj(number -> "xoxb-" + number)
                .collect(Collectors.toMap(
                        token -> token,
                        token -> CompletableFuture.supplyAsync(() -> world.instance(token)),
                        (one, other) -> other,
                        LinkedHashMap::new));
        starting.forEach((token, life) -> lives.put(token, life.join()));
        lives.values().forEach(life -> {
            life.awaitReady();
            balancer.add(life.port());
        });
        world.slack.tellAt(balancer.address(), world::now);
    }

    Instant now() {
        return time.instant();
    }

    /** From here on time flows. */
    void moveTo(Instant instant) {
        world.moveTo(instant);
        time.flowFrom(instant);
        alive().values().forEach(life -> life.tell(instant));
    }

    /** From here on time stands still, so that nothing which happens now happens any later. */
    void holdAt(Instant instant) {
        world.moveTo(instant);
        time.holdAt(instant);
        alive().values().forEach(life -> life.hold(instant));
    }

    SequencedMap<String, Life> alive() {
        var alive = new LinkedHashMap<>(lives);
        alive.values().removeIf(life -> !life.alive());
        return alive;
    }

    Life life(String token) {
        return Objects.requireNonNull(lives.get(token));
    }

    List<Life> all() {
        return List.copyOf(lives.values());
    }

    /** How many members each that is alive has planned since it started, by its own figures. */
    Map<String, Integer> planned() {
        return alive().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> planned(entry.getValue())));
    }

    /** How many messages each has brought, by Slack's record of the tokens. */
    Map<String, Long> brought() {
        return world.slack.calls("chat.postMessage").stream()
                .collect(Collectors.groupingBy(call -> call.token(), Collectors.counting()));
    }

    /** Those who are next to be nudged at the same moment are so one after the other, over some seconds. */
    void spread(int seconds) {
        change("update member set next_nudge_at = date_add(next_nudge_at, interval mod(cast(substring(account, 2) as"
                + " unsigned), " + seconds + ") second)");
    }

    /** How many rows there are. */
    long count(String rows) {
        return Long.parseLong(words("select count(*) from " + rows).getFirst());
    }

    /** The first column of what is found. */
    List<String> words(String question) {
        try (var connection = world.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            var words = new ArrayList<String>();
            while (row.next()) {
                words.add(row.getString(1));
            }
            return words;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        balancer.close();
        lives.values().forEach(Life::close);
    }

    private void change(String sql) {
        try (var connection = world.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int planned(Life life) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + life.port() + "/metrics"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var figures = client.send(question, HttpResponse.BodyHandlers.ofString());
            return figures.body()
                    .lines()
                    .filter(line -> line.startsWith(PLANNED))
                    .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
