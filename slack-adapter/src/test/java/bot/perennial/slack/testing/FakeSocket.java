package bot.perennial.slack.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Slack's end of Socket Mode. */
final class FakeSocket {
    private static final long PATIENCE_SECONDS = 15;

    private final Map<String, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger envelopes = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Semaphore openings = new Semaphore(0);
    private volatile @Nullable WebSocket latest;
    private volatile @Nullable WebSocket deaf;
    private final Server server = new Server();

    FakeSocket() {
        server.setReuseAddr(true);
        server.setDaemon(true);
        server.start();
        try {
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The socket did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    String url() {
        return "ws://127.0.0.1:" + server.getPort() + "/link/";
    }

    /** Sends an envelope and waits for its acknowledgement, whose payload it returns. */
    JsonObject deliver(String type, JsonObject payload) {
        var id = "envelope-" + envelopes.incrementAndGet();
        var acknowledged = new CompletableFuture<JsonObject>();
        awaited.put(id, acknowledged);
        var envelope = new JsonObject();
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.addProperty("accepts_response_payload", true);
        envelope.add("payload", payload);
        var open = latest;
        if (open == null) {
            throw new AssertionError("Nobody is connected");
        }
        try {
            open.send(envelope.toString());
            var frame = acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return frame.has("payload") ? frame.getAsJsonObject("payload") : new JsonObject();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } catch (ExecutionException | TimeoutException | CancellationException | WebsocketNotConnectedException e) {
            throw new AssertionError("Not acknowledged: " + type, e);
        }
    }

    /** Waits for a connection that nobody has waited for yet. */
    void await() {
        try {
            if (!openings.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody connected within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** From here on nothing is heard from the bot, nor said to it, on the connection that is open. */
    void deafen() {
        deaf = latest;
    }

    void say(String frame) {
        var open = latest;
        if (open != null) {
            open.send(frame);
        }
    }

    /** Tells the bot that its connection will be renewed, and why. */
    void disconnect(String reason) {
        say("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\"}");
    }

    void cut() {
        var open = latest;
        latest = null;
        if (open != null) {
            open.closeConnection(1006, "cut");
        }
    }

    void close() {
        try {
            server.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Server extends WebSocketServer {
        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onOpen(WebSocket opened, ClientHandshake handshake) {
            latest = opened;
            opened.send("{\"type\":\"hello\",\"num_connections\":1}");
            openings.release();
        }

        @Override
        public void onMessage(WebSocket from, String message) {
            var frame = JsonParser.parseString(message).getAsJsonObject();
            var acknowledged = awaited.remove(frame.get("envelope_id").getAsString());
            if (acknowledged != null) {
                acknowledged.complete(frame);
            }
        }

        @Override
        public void onWebsocketPing(WebSocket from, Framedata ping) {
            if (!from.equals(deaf)) {
                super.onWebsocketPing(from, ping);
            }
        }

        @Override
        public void onClose(WebSocket closed, int code, String reason, boolean remote) {
            if (closed.equals(latest)) {
                latest = null;
                awaited.values().forEach(answer -> answer.cancel(false)); // nobody is left to acknowledge
                awaited.clear();
            }
        }

        @Override
        public void onError(@Nullable WebSocket at, Exception failure) {}

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
