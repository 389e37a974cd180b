package bot.perennial.discord;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.message.Control;
import bot.perennial.core.message.Field;
import bot.perennial.core.message.Form;
import bot.perennial.core.message.Line;
import bot.perennial.core.message.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.utils.IOUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on Discord: connected from start to stop. */
public final class DiscordAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final DiscordSettings settings;
    private final Starts starts;
    private final GatewayWatch watch;
    private final Heartbeats heartbeats;
    private final Unknown unknown = new Unknown();
    private final SlashListener listener;
    private final Wire wire = new Wire();
    private final DiscordCourier courier;
    private final ExecutorService events = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("discord-event-", 0).factory());
    private @Nullable Thread connecting;
    private volatile @Nullable JDA jda;
    private volatile boolean stopped;
    private volatile boolean tokenRefused;

    public DiscordAdapter(DiscordSettings settings, Bot bot, InstantSource time) {
        this(settings, bot, time, PATIENCE);
    }

    /** With how long a reply may take before it is announced, below Discord's three seconds. */
    DiscordAdapter(DiscordSettings settings, Bot bot, InstantSource time, Duration patience) {
        this(settings, bot, time, patience, Heartbeats.SILENCE);
    }

    /** With how long Discord may leave a heartbeat unanswered, too. */
    DiscordAdapter(DiscordSettings settings, Bot bot, InstantSource time, Duration patience, Duration silence) {
        this.settings = settings;
        this.starts = new Starts(settings.starts(), time);
        this.listener = new SlashListener(bot, patience);
        this.watch = new GatewayWatch(bot.specs(), wire);
        this.heartbeats = new Heartbeats(silence);
        this.courier = new DiscordCourier(() -> Optional.ofNullable(jda), wire);
    }

    /** Begins to connect and returns; while Discord cannot be reached it keeps trying. */
    public void start() {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
        connecting = Thread.ofVirtual().name("discord-start").start(this::connect);
    }

    /** Whether commands reach the bot and Discord knows them all. */
    public boolean ready() {
        var connection = jda;
        return connection != null && connection.getStatus() == JDA.Status.CONNECTED && watch.registered();
    }

    /** Whether Discord will not have the bot until somebody changes its settings; a log line says which. */
    public boolean refused() {
        return tokenRefused || watch.refused();
    }

    /** How often Discord sent what could not be understood. */
    public int unknown() {
        return unknown.times();
    }

    /** Whom nudges are given to. */
    public Courier courier() {
        return courier;
    }

    /** Lets what was begun finish, within the time given. */
    public void stop(Duration within) {
        stopped = true;
        if (connecting != null) {
            connecting.interrupt();
        }
        var connection = jda;
        if (connection == null) {
            return;
        }
        var until = System.nanoTime() + within.toNanos();
        try {
            if (!listener.end(within.dividedBy(2))) {
                LOG.warn("discord answers under way were not awaited any longer");
            }
            connection.shutdown();
            var left = Duration.ofNanos(until - System.nanoTime());
            // to JDA no time at all means for ever
            if (!left.isPositive() || !connection.awaitShutdown(left)) {
                connection.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            connection.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps a connection; JDA comes back from most ends by itself, but takes an interrupted wait for an order to stop. */
    private void connect() {
        warmUp();
        try {
            for (var pause = FIRST_PAUSE; !stopped; ) {
                awaitTurn();
                var begun = System.nanoTime();
                if (opened()) {
                    watch.awaitEnd();
                }
                if (stopped || refused()) {
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
        var before = starts.pause();
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
            if (stopped) {
                stop(Duration.ZERO);
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

    /** Loads what the first answer needs, because the first member has no more than three seconds either. */
    private static void warmUp() {
        var message = Message.of(
                Line.EMPTY.strong("Hello").quote("again"),
                new Control.Button("Again", "/again"),
                new Control.Menu("Later", List.of(new Control.Button("Tomorrow", "/tomorrow"))));
        var form = new Form("Hello", "/hello", "Send", List.of(Field.words("who", "Who", "")));
        var size = new DiscordMarkup("").create(message).toData().toString().length()
                + DiscordForms.modal(form, CustomId.read("/hello"))
                        .toData()
                        .toString()
                        .length();
        LOG.debug("discord warmed up on {} characters", size);
    }

    private JDABuilder builder() {
        var rest = new RestConfig();
        if (!settings.apiUrl().isEmpty()) {
            rest.setBaseUrl(settings.apiUrl());
        }
        var client = IOUtil.newHttpClientBuilder()
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(8))
                .writeTimeout(Duration.ofSeconds(8))
                .callTimeout(Duration.ofSeconds(12))
                .addInterceptor(wire);
        var builder = JDABuilder.createLight(settings.token(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(rest)
                .setHttpClientBuilder(client)
                .setEventPool(events, false)
                .setCallbackPool(events, false)
                .setEnableShutdownHook(false)
                .setRawEventsEnabled(true)
                .addEventListeners(watch, heartbeats, unknown, listener);
        return settings.gatewayUrl().isEmpty()
                ? builder
                : builder.setSessionController(new GatewayAt(settings.gatewayUrl()));
    }

    /** JDA asks no server where the gateway is, so a proxy's or a test's address is told here. */
    private static final class GatewayAt extends ConcurrentSessionController {
        private final String address;

        GatewayAt(String address) {
            this.address = address;
        }

        @Override
        public String getGateway() {
            return address;
        }
    }
}
