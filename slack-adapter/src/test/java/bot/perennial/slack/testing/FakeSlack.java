package bot.perennial.slack.testing;

import bot.perennial.slack.SlackSettings;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A Slack of one workspace on loopback: records what it accepts, and misbehaves when told to. */
public final class FakeSlack implements AutoCloseable {
    public static final String TEAM = "T1";

    /** A call of the Web API that was understood, and the token it came with. */
    public record Call(String method, Map<String, String> arguments, String token) {}

    private final HttpServer server;
    private final FakeSocket socket;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Shown> unread = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> views = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final Map<String, Queue<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> members = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Optional<FakeDoor> door = Optional.empty();
    private volatile Consumer<Shown> witness = shown -> {};

    public FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::api);
        server.createContext("/response/", this::response);
        server.start();
        socket = new FakeSocket();
    }

    /** Settings for Socket Mode, with a signing secret on top. */
    public SlackSettings settings() {
        return new SlackSettings(
                new SlackSettings.Secret("xoxb-fake"),
                Optional.of(new SlackSettings.Secret("xapp-fake")),
                Optional.of(new SlackSettings.Secret("signing-fake")),
                base() + "/api/",
                Set.of());
    }

    public void member(String id, String name, String zone, String locale) {
        var member = new JsonObject();
        member.addProperty("id", id);
        member.addProperty("real_name", name);
        member.addProperty("tz", zone);
        member.addProperty("locale", locale);
        members.put(id, member);
    }

    public void troubleAhead(String method, Trouble trouble) {
        troubles.computeIfAbsent(method, key -> new ArrayDeque<>()).add(trouble);
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** A member at the keyboard, heard through Socket Mode. */
    public FakeMember as(String id) {
        return new FakeMember(this, TEAM, id);
    }

    /** The next message that nobody has looked at yet. */
    public Shown next() {
        return Taken.from(unread);
    }

    /** The next modal that nobody has looked at yet. */
    public JsonObject nextView() {
        return Taken.from(views);
    }

    /** The text of the next message, or the title of a modal if that comes first, for who looks at nothing else. */
    public String nextWords() {
        return Taken.from(words);
    }

    /** All modals that nobody has looked at yet. */
    public List<JsonObject> views() {
        var all = new ArrayList<JsonObject>();
        views.drainTo(all);
        return all;
    }

    public boolean quiet() {
        return unread.isEmpty() && views.isEmpty();
    }

    /** Cuts the connection; the bot is expected back. */
    public void cutSocket() {
        socket.cut();
    }

    /** Drops silently whatever goes through the connection from here on. */
    public void deafenSocket() {
        socket.deafen();
    }

    /** Announces that the connection ends, as Slack does, by its reason. */
    public void announceDisconnect(String reason) {
        socket.disconnect(reason);
    }

    /** Sends a frame through the connection, whatever it holds. */
    public void say(String frame) {
        socket.say(frame);
    }

    /** Waits until the bot is connected. */
    public void awaitSocket() {
        socket.await();
    }

    @Override
    public void close() {
        server.stop(0);
        socket.close();
    }

    /** Tells the bot by signed requests from here on, instead of by its socket. */
    public void tellAt(URI events, InstantSource time) {
        var secret = settings().signingSecret().orElseThrow().value();
        door = Optional.of(new FakeDoor(events, secret, time));
    }

    /** Tells the bot of something, and returns what it acknowledges that with. */
    public JsonObject tell(String type, JsonObject payload) {
        return door.map(open -> open.deliver(type, payload)).orElseGet(() -> socket.deliver(type, payload));
    }

    /** Tells the bot that something happened, such as {@code {"type": "app_uninstalled"}}. */
    public void happens(JsonObject event) {
        var payload = object("team_id", TEAM);
        payload.addProperty("type", "event_callback");
        payload.addProperty("event_id", unique("Ev"));
        payload.add("event", event);
        tell("events_api", payload);
    }

    /** Somebody who sees each message that was accepted, before the bot learns that it was. */
    public void witness(Consumer<Shown> somebody) {
        witness = somebody;
    }

    void show(Shown shown) {
        unread.add(shown);
        words.add(shown.text());
        witness.accept(shown);
    }

    void show(JsonObject view) {
        views.add(view);
        words.add(view.getAsJsonObject("title").get("text").getAsString());
    }

    public String unique(String prefix) {
        return prefix + count.incrementAndGet();
    }

    public String responseAddress() {
        return base() + "/response/" + count.incrementAndGet();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void api(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().substring("/api/".length());
        var call = Calls.read(method, exchange);
        var arguments = call.arguments();
        var trouble = Optional.ofNullable(troubles.get(method)).map(Queue::poll);
        calls.add(call);
        trouble.ifPresent(Trouble::delay);
        var answer = trouble.isEmpty() || trouble.get().accepted() ? perform(method, arguments) : "";
        if (trouble.isEmpty()) {
            reply(exchange, 200, "application/json", answer);
        } else {
            trouble.get().answer(exchange);
        }
    }

    private void response(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var trouble = Optional.ofNullable(troubles.get("response")).map(Queue::poll);
        if (trouble.isPresent()) {
            reply(exchange, trouble.get().status(), "text/plain", trouble.get().body());
            return;
        }
        var answer = JsonParser.parseString(body).getAsJsonObject();
        show(shown(Shown.Surface.EPHEMERAL, exchange.getRequestURI().getPath(), answer));
        reply(exchange, 200, "text/plain", "ok");
    }

    static Shown shown(Shown.Surface surface, String where, JsonObject body) {
        var blocks = body.has("blocks") ? body.getAsJsonArray("blocks") : new JsonArray();
        var replaces =
                body.has("replace_original") && body.get("replace_original").getAsBoolean();
        return new Shown(surface, where, body.get("text").getAsString(), blocks, replaces);
    }

    private String perform(String method, Map<String, String> arguments) {
        var answer = new JsonObject();
        answer.addProperty("ok", true);
        switch (method) {
            case "apps.connections.open" -> answer.addProperty("url", socket.url());
            case "auth.test" -> {
                answer.addProperty("team_id", TEAM);
                answer.addProperty("user_id", "U0BOT");
            }
            case "users.info" -> {
                var member = members.get(String.valueOf(arguments.get("user")));
                answer.addProperty("ok", member != null);
                answer.add("user", member);
            }
            case "chat.postMessage" -> {
                answer.addProperty("ts", "1700000000." + count.incrementAndGet());
                var message = object("text", String.valueOf(arguments.get("text")));
                message.add("blocks", JsonParser.parseString(String.valueOf(arguments.get("blocks"))));
                var channel = "D" + arguments.get("channel"); // a member's id stands for the conversation with them
                answer.addProperty("channel", channel);
                show(shown(Shown.Surface.DIRECT, channel, message));
            }
            case "views.open" -> {
                var view = JsonParser.parseString(String.valueOf(arguments.get("view")))
                        .getAsJsonObject();
                answer.add("view", object("id", unique("V")));
                show(view);
            }
            default -> {
                answer.addProperty("ok", false);
                answer.addProperty("error", "unknown_method");
            }
        }
        return answer.toString();
    }

    static JsonObject object(String name, String value) {
        var object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
