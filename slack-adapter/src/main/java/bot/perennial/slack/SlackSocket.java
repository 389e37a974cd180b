package bot.perennial.slack;

import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one Socket Mode connection alive and runs what comes through it, every envelope being acknowledged. */
final class SlackSocket {
    /**
     * How often the connection is looked at and made again.
     *
     * @param first after a try, doubled with each further one until the longest
     * @param silence after which a connection that brings nothing is made again, because it may be deaf
     */
    record Pace(Duration look, Duration first, Duration longest, Duration silence) {
        static final Pace USUAL =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    private static final int READERS = 4;
    private static final int MOST_UNDER_WAY = 10_000;
    /** Frames that are about the connection, and meant for the SDK. */
    private static final Set<String> OF_THE_LINE = Set.of("hello", "disconnect");

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Pattern ERROR = Pattern.compile("\\(error: ([a-z_]+)\\)");
    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

    private final Slack slack;
    private final SlackSettings.Secret token;
    private final Access access;
    private final App app;
    private final Executor executor;
    private final Pace pace;
    private final AtomicInteger unknown;
    private final SocketModeRequestParser parser;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slack-socket").factory());

    private final Semaphore turns = new Semaphore(MOST_UNDER_WAY);

    private volatile @Nullable SocketModeClient client;
    private volatile boolean connected;
    private volatile long heard = System.nanoTime();
    private long nextTry = System.nanoTime();
    private Duration pause;

    /** @param unknown counts what came and nobody understands */
    SlackSocket(
            Slack slack,
            SlackSettings.Secret token,
            Access access,
            App app,
            Executor executor,
            Pace pace,
            AtomicInteger unknown) {
        this.slack = slack;
        this.token = token;
        this.access = access;
        this.app = app;
        this.executor = executor;
        this.pace = pace;
        this.unknown = unknown;
        this.parser = new SocketModeRequestParser(app.config());
        this.pause = pace.first();
    }

    void start() {
        var unused = watchdog.scheduleWithFixedDelay(this::look, 0, pace.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean connected() {
        return connected;
    }

    /** Acknowledges what is under way, and then hears nothing more. */
    void stop() {
        watchdog.shutdownNow();
        try {
            if (!turns.tryAcquire(MOST_UNDER_WAY, DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("event=slack_socket_drain_incomplete");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connected = false;
        var open = client;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("event=slack_socket_not_closed kind={}", e.getClass().getSimpleName());
            }
        }
    }

    /** Ends whatever state a connection is stuck in; runs on the watchdog's thread only. */
    private void look() {
        try {
            var open = client;
            connected = open != null && open.verifyConnection();
            var now = System.nanoTime();
            var silent = now - heard > pace.silence().toNanos();
            if ((!connected || silent) && now - nextTry >= 0) {
                nextTry = now + pause.toNanos();
                var doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(pace.longest()) > 0 ? pace.longest() : doubled;
                heard = now;
                connect();
            } else if (connected) {
                pause = pace.first();
            }
        } catch (IOException | URISyntaxException | RuntimeException e) {
            var error = ERROR.matcher(String.valueOf(e.getMessage())); // the SDK tells Slack's own error in words only
            if (!error.find() || !access.refusedBy(error.group(1))) {
                LOG.warn("event=slack_socket_failed kind={}", e.getClass().getSimpleName());
            }
        }
    }

    private void connect() throws IOException, URISyntaxException {
        if (!access.worthTrying()) {
            return;
        }
        var open = client;
        if (open != null) {
            open.connectToNewEndpoint();
        } else {
            // without the SDK's own monitor, which dies of the first refusal
            var fresh = new SocketModeClientJavaWSImpl(
                    slack,
                    token.value(),
                    slack.issueSocketModeUrl(token.value()),
                    READERS,
                    new ConcurrentLinkedMessageQueue(),
                    false,
                    false,
                    pace.look().toMillis());
            fresh.addWebSocketMessageListener(message -> {
                heard = System.nanoTime();
                connected = true;
                if (turns.tryAcquire()) { // none is left once it stops, and Slack tells the member so
                    executor.execute(() -> run(fresh, message));
                }
            });
            fresh.addWebSocketCloseListener((code, reason) -> {
                if (!watchdog.isShutdown()) {
                    var unused = watchdog.schedule(this::look, 200, TimeUnit.MILLISECONDS);
                }
            });
            client = fresh;
            fresh.connect();
        }
        access.accepted();
        LOG.info("event=slack_socket_connecting");
    }

    private void run(SocketModeClient open, String message) {
        try {
            var request = parser.parse(message);
            if (request != null) {
                var envelope = request.getEnvelope().getEnvelopeId();
                open.sendSocketModeResponse(acknowledgement(envelope, answer(request)));
            } else if (!OF_THE_LINE.contains(type(message))) {
                unknown.incrementAndGet();
            }
        } catch (WebsocketNotConnectedException e) {
            LOG.warn("event=slack_acknowledgement_lost");
        } catch (RuntimeException e) { // the SDK's own stumbling included
            unknown.incrementAndGet();
            LOG.warn("event=slack_envelope_unreadable kind={}", e.getClass().getSimpleName());
        } finally {
            turns.release();
        }
    }

    private static String type(String message) {
        var type = JsonParser.parseString(message).getAsJsonObject().get("type");
        return type == null || !type.isJsonPrimitive() ? "" : type.getAsString();
    }

    private Response answer(SocketModeRequest request) {
        try {
            var response = app.run(request.getBoltRequest());
            if (response.getStatusCode() == 200) {
                return response;
            }
            unknown.incrementAndGet();
            return Response.ok();
        } catch (Exception e) { // Bolt declares it
            unknown.incrementAndGet();
            LOG.error("event=slack_request_failed kind={}", e.getClass().getSimpleName());
            return apology(request.getBoltRequest());
        }
    }

    private static Response apology(Request<?> request) {
        return request instanceof SlashCommandRequest
                ? Response.json(200, Answers.ephemeral(SlackCommands.APOLOGY))
                : Response.ok();
    }

    private static String acknowledgement(String envelope, Response response) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("envelope_id", envelope);
            var body = response.getBody();
            if (body != null && !body.isEmpty()) {
                json.writeFieldName("payload");
                if (response.getContentType() != null
                        && response.getContentType().startsWith("application/json")) {
                    json.writeRawValue(body);
                } else {
                    json.writeStartObject();
                    json.writeStringField("text", body);
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        });
    }
}
