package bot.perennial.app;

import bot.perennial.app.operations.Gate;
import bot.perennial.app.operations.Health;
import bot.perennial.app.operations.HttpDoor;
import bot.perennial.app.operations.Metrics;
import bot.perennial.app.schedule.Schedule;
import bot.perennial.app.schedule.Tick;
import bot.perennial.core.command.Bot;
import bot.perennial.core.commands.Commands;
import bot.perennial.core.delivery.Postman;
import bot.perennial.core.nudge.NudgeRound;
import bot.perennial.core.nudge.NudgeWords;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bot serving the platforms that are configured, from start to stop. */
public final class Serving implements AutoCloseable {
    private static final int LANES = 8;
    private static final Duration PLAN = Duration.ofSeconds(10);
    private static final Duration DELIVER = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Environment environment;
    private final Consumer<String> progress;
    private final InstantSource time;
    private final Memory memory;
    private final Platforms platforms;
    private final HttpDoor door;
    private final Housekeeping housekeeping;
    private final Postman postman;
    private final NudgeRound round;
    private final List<Tick> ticks;
    private final Schedule schedule;
    private volatile boolean migrated;
    private volatile boolean ticking;

    private Serving(Environment environment, InstantSource time, Consumer<String> progress, Memory memory) {
        this.environment = environment;
        this.progress = progress;
        this.time = time;
        this.memory = memory;
        var store = memory.store();
        platforms = new Platforms(environment, new Bot(Commands.all(), store, time), store, time);
        var metrics = new Metrics(store, time);
        var parts = new LinkedHashMap<String, BooleanSupplier>();
        parts.put("database", () -> migrated && memory.reachable());
        parts.putAll(platforms.readiness());
        var health = new Health(parts, platforms.standby());
        metrics.watch(health, parts.keySet());
        var http = environment.http();
        var gate = new Gate(http.metricsToken().map(Secret::value));
        door = new HttpDoor(http.host(), http.port(), health, metrics, gate, platforms.servlet());
        housekeeping = new Housekeeping(store, memory.resealing(), metrics, time);
        postman = new Postman(memory.store(), platforms.couriers(), NudgeWords::compose, time);
        round = new NudgeRound(memory.store(), time);
        metrics.total("perennial.damaged.members", "times a member could not be planned", round::damaged);
        metrics.total("perennial.damaged.letters", "times a message could not be composed", postman::damaged);
        platforms
                .unknown()
                .forEach((platform, times) -> metrics.total(
                        "perennial." + platform + ".unknown", "times it sent what could not be understood", times));
        ticks = ticks();
        schedule = new Schedule(memory.database().scheduling(), ticks, metrics, InstantSource.system());
    }

    /** Wires everything together and opens the database; nothing is heard or sent before it is started. */
    public static Serving of(Environment environment, InstantSource time, Consumer<String> progress) {
        var memory = Memory.open(environment, environment.home(), progress);
        var wired = false;
        try {
            var serving = new Serving(environment, time, progress, memory);
            wired = true;
            return serving;
        } finally {
            if (!wired) {
                memory.close();
            }
        }
    }

    /** Starts everything, the database first; false when told to stop meanwhile. */
    public boolean start(CountDownLatch stop) throws IOException, InterruptedException {
        if (!connect(stop)) {
            return false;
        }
        schedule.start();
        ticking = true;
        Greeting.lines(environment, door.port()).forEach(progress);
        return true;
    }

    /** Opens the database, the platforms and the door; rounds are made only when it is woken. */
    boolean connect(CountDownLatch stop) throws IOException, InterruptedException {
        door.start();
        if (!memory.await(stop, progress)) {
            return false;
        }
        new Rehearsal(new Bot(Commands.all(), memory.rehearsal(), time)).run();
        migrated = true;
        platforms.start();
        return true;
    }

    /** Makes every round once, as the schedule does again and again; answers how many it dealt with. */
    int wake() {
        return ticks.stream().mapToInt(tick -> tick.work().getAsInt()).sum();
    }

    public int port() {
        return door.port();
    }

    /** Hears nothing more, lets what is under way end, and gives the database back. */
    @Override
    public void close() {
        housekeeping.end();
        postman.stop();
        var ending = Thread.ofVirtual().start(() -> {
            if (ticking) {
                schedule.stop();
            }
        });
        door.stop();
        try {
            platforms.stop();
            ending.join(Duration.ofSeconds(8));
        } catch (InterruptedException e) { // in a hurry: what is under way is settled as unclear at the next start
            Thread.currentThread().interrupt();
        }
        memory.close();
    }

    private List<Tick> ticks() {
        var lanes = IntStream.range(0, LANES).mapToObj(lane -> new Tick("plan-" + lane, PLAN, true, round::run));
        return Stream.concat(
                        lanes,
                        Stream.of(
                                new Tick("deliver", DELIVER, false, postman::deliverDue),
                                new Tick("sweep", SWEEP, true, housekeeping::run)))
                .toList();
    }
}
