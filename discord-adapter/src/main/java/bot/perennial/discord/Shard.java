package bot.perennial.discord;

import bot.perennial.core.command.CommandSpec;
import bot.perennial.core.duty.Rota;
import com.neovisionaries.ws.client.WebSocketFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.internal.utils.IOUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shard of the bot, connected from start to end; nothing of it is heard while it is not this process's. */
final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final int part;
    private final int of;
    private final Surroundings around;
    private final Starts starts;
    private final GatewayWatch watch;
    private final Heartbeats heartbeats;
    private @Nullable Thread connecting;
    private volatile @Nullable JDA jda;
    private volatile boolean ended;
    private volatile boolean tokenRefused;

    /**
     * What all shards of a process have in common.
     *
     * @param silence how long Discord may leave a heartbeat unanswered
     */
    record Surroundings(
            DiscordSettings settings,
            Rota rota,
            Introductions introductions,
            SlashListener listener,
            List<CommandSpec> specs,
            Wire wire,
            Unknown unknown,
            ExecutorService events,
            InstantSource time,
            Duration silence) {}

    Shard(int part, int of, Surroundings around) {
        this.part = part;
        this.of = of;
        this.around = around;
        this.starts = Starts.of(around.settings().starts(), part, around.time());
        this.watch = part == 0
                ? GatewayWatch.registering(around.specs(), around.wire())
                : GatewayWatch.leavingCommandsToTheFirst(around.wire());
        this.heartbeats = new Heartbeats(around.silence());
    }

    int part() {
        return part;
    }

    int of() {
        return of;
    }

    /** Begins to connect and returns; while Discord cannot be reached it keeps trying. */
    void start() {
        connecting = Thread.ofVirtual().name("discord-start-" + part).start(this::connect);
    }

    boolean ready() {
        var connection = jda;
        return connection != null && connection.getStatus() == JDA.Status.CONNECTED && watch.registered();
    }

    boolean refused() {
        return tokenRefused || watch.refused();
    }

    /** What requests can be made through, while it is this process's. */
    Optional<JDA> connection() {
        return Optional.ofNullable(jda)
                .filter(connection -> open(connection) && around.rota().holds(part));
    }

    /** Whether requests can be made through it, as far as is known without asking. */
    boolean open() {
        var connection = jda;
        return connection != null && open(connection);
    }

    private static boolean open(JDA connection) {
        return switch (connection.getStatus()) {
            case SHUTTING_DOWN, SHUTDOWN, FAILED_TO_LOGIN -> false;
            case INITIALIZING,
                    INITIALIZED,
                    LOGGING_IN,
                    CONNECTING_TO_WEBSOCKET,
                    IDENTIFYING_SESSION,
                    AWAITING_LOGIN_CONFIRMATION,
                    LOADING_SUBSYSTEMS,
                    CONNECTED,
                    DISCONNECTED,
                    RECONNECT_QUEUED,
                    WAITING_TO_RECONNECT,
                    ATTEMPTING_TO_RECONNECT -> true;
        };
    }

    /** Hears nothing more, and lets requests under way end. */
    void end() {
        ended = true;
        if (connecting != null) {
            connecting.interrupt();
        }
        Optional.ofNullable(jda).ifPresent(connection -> close(connection::shutdown));
    }

    /** Waits for the end, but not for long; to JDA no time at all means for ever. */
    void awaitEnd(Duration within) throws InterruptedException {
        var connection = jda;
        if (connection != null && (!within.isPositive() || !connection.awaitShutdown(within))) {
            close(connection::shutdownNow);
        }
    }

    /** Ends at once, for somebody else may have it already; waits for nothing. */
    void drop() {
        ended = true;
        if (connecting != null) {
            connecting.interrupt();
        }
        Optional.ofNullable(jda).ifPresent(connection -> around.events().execute(() -> close(connection::shutdownNow)));
    }

    /** JDA refuses to end when it was busy opening a line for long; nothing is heard on it any more all the same. */
    private static void close(Runnable closing) {
        try {
            closing.run();
        } catch (IllegalStateException busy) {
            LOG.warn("discord connection did not end in order");
        }
    }

    private boolean own() {
        return !ended && around.rota().holds(part);
    }

    /** Keeps a connection; JDA comes back from most ends by itself, but takes an interrupted wait for an order to stop. */
    private void connect() {
        try {
            for (var pause = FIRST_PAUSE; !ended; ) {
                awaitTurn();
                var begun = System.nanoTime();
                if (around.rota().holds(part) && opened()) {
                    watch.awaitEnd();
                }
                if (ended || refused()) {
                    return;
                }
                var lasted = Duration.ofNanos(System.nanoTime() - begun);
                pause = lasted.compareTo(LONGEST_PAUSE) > 0 ? FIRST_PAUSE : pause;
                LOG.atWarn().addKeyValue("seconds", pause.toSeconds()).log("discord not connected, trying again");
                Thread.sleep(pause);
                pause = longer(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits as long as those must who introduced themselves to Discord often of late. */
    private void awaitTurn() throws InterruptedException {
        var own = starts.pause();
        var whole = around.introductions().pause();
        var before = own.compareTo(whole) > 0 ? own : whole;
        if (!before.isZero()) {
            LOG.atWarn().addKeyValue("seconds", before.toSeconds()).log("discord connected often, waiting");
            Thread.sleep(before);
        }
    }

    /** Tries to connect once. */
    private boolean opened() {
        try {
            var connection = builder().build();
            starts.note();
            jda = connection;
            if (ended) {
                drop();
            }
            return true;
        } catch (InvalidTokenException refusal) {
            tokenRefused = true;
            LOG.error("Discord refused DISCORD_TOKEN: make a new one in the Developer Portal, Bot > Reset Token.");
            return false;
        } catch (RuntimeException unreachable) {
            LOG.atWarn()
                    .addKeyValue("kind", unreachable.getClass().getSimpleName())
                    .log("discord not reached");
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        return pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private JDABuilder builder() {
        var rest = new RestConfig();
        if (!around.settings().apiUrl().isEmpty()) {
            rest.setBaseUrl(around.settings().apiUrl());
        }
        var client = IOUtil.newHttpClientBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(8))
                .writeTimeout(Duration.ofSeconds(8))
                .callTimeout(Duration.ofSeconds(12))
                .addInterceptor(around.wire());
        EventListener own = event -> {
            if (own()) {
                around.listener().onEvent(event);
            }
        };
        return JDABuilder.createLight(around.settings().token(), EnumSet.noneOf(GatewayIntent.class))
                .useSharding(part, of)
                .setRestConfig(rest)
                .setHttpClientBuilder(client)
                .setSessionController(around.introductions())
                .setWebsocketFactory(ownLines())
                .setEventPool(around.events(), false)
                .setCallbackPool(around.events(), false)
                .setEnableShutdownHook(false)
                .setRawEventsEnabled(true)
                .addEventListeners(watch, heartbeats, around.unknown(), own);
    }

    /** JDA makes a copy of this for each line, in which the makers of sockets stay. */
    private WebSocketFactory ownLines() {
        var factory = new WebSocketFactory();
        factory.setSocketFactory(new OwnLines(SocketFactory.getDefault(), this::own));
        factory.setSSLSocketFactory(new OwnLines(SSLSocketFactory.getDefault(), this::own));
        return factory;
    }
}
