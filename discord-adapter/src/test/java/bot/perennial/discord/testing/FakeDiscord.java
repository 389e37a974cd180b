package bot.perennial.discord.testing;

import bot.perennial.discord.DiscordSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A Discord of one server on loopback: records what it accepts, and misbehaves when told to. */
public final class FakeDiscord implements AutoCloseable {
    public static final String GUILD = "300000000000000001";
    public static final String BOT = "123456789012345678";
    private static final String TOKEN = "fake.to.ken";

    /** A request that was understood. */
    public record Call(String method, String path, DataObject body) {}

    private final HttpServer server;
    private final FakeGateway gateway;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Shown> unread = new LinkedBlockingQueue<>();
    private final BlockingQueue<DataObject> modals = new LinkedBlockingQueue<>();
    private final BlockingQueue<DataArray> choices = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answered = new LinkedBlockingQueue<>();
    private final Map<String, Queue<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, DataObject> interactions = new ConcurrentHashMap<>();
    private final FakeDirects directs = new FakeDirects();
    private volatile DataArray commands = DataArray.empty();
    private volatile Consumer<Shown> witness = shown -> {};
    /** Ids tell the time they were made, and JDA gives up on interactions that are too old by theirs. */
    private final AtomicLong count = new AtomicLong((System.currentTimeMillis() - 1_420_070_400_000L) << 22);

    public FakeDiscord() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v10/", this::rest);
        server.start();
        gateway = new FakeGateway(FakePayloads.ready(GUILD));
    }

    public DiscordSettings settings() {
        return new DiscordSettings(
                TOKEN, "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/", gateway.address());
    }

    /** A member of the server, typing in one of its channels. */
    public FakeMember as(String id, String name) {
        names.put(id, name);
        return new FakeMember(this, id, GUILD);
    }

    /** What happens to the next request of this kind, such as {@code POST /users/@me/channels}; digits do not count. */
    public void troubleAhead(String request, Trouble trouble) {
        troubles.computeIfAbsent(request, key -> new ArrayDeque<>()).add(trouble);
    }

    public List<Call> calls(String request) {
        return calls.stream()
                .filter(call -> shape(call.method() + " " + call.path()).equals(request))
                .toList();
    }

    /** The next message, new or edited, that nobody has looked at yet. */
    public Shown next() {
        return Taken.from(unread);
    }

    /** Whether there is no message that nobody has looked at. */
    public boolean quiet() {
        return unread.isEmpty();
    }

    /** Forms that nobody has looked at yet. */
    public BlockingQueue<DataObject> modals() {
        return modals;
    }

    public DataObject nextModal() {
        return Taken.from(modals);
    }

    /** Somebody who sees each message that was accepted, before the bot learns that it was. */
    public void witness(Consumer<Shown> somebody) {
        witness = somebody;
    }

    public FakeDirects directs() {
        return directs;
    }

    /** Tells the bot once more of what it was told before. */
    public void again(String token) {
        var interaction = interaction(token);
        interaction.remove("answered");
        interaction.remove("deferred");
        gateway.dispatch("INTERACTION_CREATE", interaction);
    }

    /** How interactions were answered first: 4 with a message, 5 and 6 with a promise of one, 7 with an edit. */
    public BlockingQueue<Integer> answered() {
        return answered;
    }

    /** What Discord would have refused. */
    public List<String> complaints() {
        return complaints;
    }

    /** What the bot asked the gateway for: {@code identify 1} with its intents, {@code resume}. */
    public List<String> sessions() {
        return gateway.heard();
    }

    public FakeGateway gateway() {
        return gateway;
    }

    @Override
    public void close() {
        gateway.close();
        server.stop(0);
    }

    DataArray nextChoices() {
        return Taken.from(choices);
    }

    void happens(DataObject interaction) {
        interactions.put(interaction.getString("token"), interaction);
        gateway.dispatch("INTERACTION_CREATE", interaction);
    }

    DataObject interaction(String user, String guild, int type) {
        var id = unique();
        return FakePayloads.interaction(id, "token-" + id, user(user), guild).put("type", type);
    }

    private void rest(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/api/v10".length());
            var bytes = exchange.getRequestBody().readAllBytes();
            var array = bytes.length > 0 && bytes[0] == '[';
            var body = array
                    ? DataObject.empty().put("all", DataArray.fromJson(new String(bytes, StandardCharsets.UTF_8)))
                    : bytes.length == 0 ? DataObject.empty() : DataObject.fromJson(bytes);
            var method = exchange.getRequestMethod();
            calls.add(new Call(method, path, body));
            var trouble = Optional.ofNullable(troubles.get(shape(method + " " + path)))
                    .map(Queue::poll);
            var answer = trouble.filter(ahead -> !ahead.accepted()).isPresent()
                    ? Optional.<Object>empty()
                    : handle(method, path, body);
            if (trouble.isPresent()) {
                trouble.get().answer(exchange);
            } else if (!"Bot fake.to.ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                Trouble.code(401, 0).answer(exchange);
            } else {
                Trouble.send(
                        exchange,
                        answer.isPresent() ? 200 : 204,
                        answer.map(Object::toString).orElse(""));
            }
        }
    }

    private Optional<Object> handle(String method, String path, DataObject body) {
        var parts = List.of(path.split("/", -1));
        return switch (shape(method + " " + path)) {
            case "GET /users/@me" ->
                Optional.of(FakePayloads.user(BOT, "perennial").put("bot", true));
            case "GET /gateway/bot" -> Optional.of(gateway.recommended());
            case "GET /applications/@me" -> Optional.of(DataObject.empty().put("id", BOT));
            case "GET /users/#" -> Optional.of(user(parts.get(2)));
            case "GET /applications/#/commands" -> Optional.of(commands);
            case "PUT /applications/#/commands" -> {
                commands = FakePayloads.registered(body.getArray("all"));
                yield Optional.of(commands);
            }
            case "POST /users/@me/channels" -> Optional.of(FakePayloads.direct(user(body.getString("recipient_id"))));
            case "GET /channels/#/messages" -> Optional.of(directs.latest(parts.get(2)));
            case "POST /channels/#/messages" -> Optional.of(direct(parts.get(2), body));
            case "POST /interactions/#/token-#/callback" -> callback(parts.get(3), body);
            case "PATCH /webhooks/#/token-#/messages/@original" -> Optional.of(original(parts.get(3), body));
            case "POST /webhooks/#/token-#" -> Optional.of(show(FakeRules.surface(body), body, parts.get(3), false));
            default -> Optional.of(DataObject.empty());
        };
    }

    private DataObject direct(String channel, DataObject body) {
        if (!body.getBoolean("enforce_nonce")) {
            complaints.add("a direct message without an enforced nonce");
        }
        var before = directs.before(channel, body.getString("nonce"));
        if (before.isPresent()) {
            return before.get();
        }
        var message = directs.add(channel, body);
        shown(Shown.Surface.DIRECT, message, body, false);
        return message;
    }

    private Optional<Object> callback(String token, DataObject body) {
        var data = body.optObject("data").orElseGet(DataObject::empty);
        var interaction = interactions.get(token);
        if (interaction == null || interaction.hasKey("answered")) {
            complaints.add("an interaction that is unknown or was answered before");
            answered.add(0);
            return Optional.empty();
        }
        interaction.put("answered", body.getInt("type"));
        answered.add(body.getInt("type"));
        switch (body.getInt("type")) {
            case 4 -> show(FakeRules.surface(data), data, token, false);
            case 5 -> interaction.put("deferred", FakeRules.surface(data) == Shown.Surface.EPHEMERAL);
            case 7 -> edit(token, data);
            case 8 -> choices.add(data.getArray("choices"));
            case 9 -> {
                interaction.optObject("message").ifPresent(message -> data.put("message", message));
                modals.add(data);
            }
            default -> {}
        }
        return Optional.empty();
    }

    private DataObject original(String token, DataObject body) {
        var interaction = interactions.get(token);
        return interaction != null && interaction.hasKey("deferred")
                ? show(
                        interaction.getBoolean("deferred") ? Shown.Surface.EPHEMERAL : Shown.Surface.CHANNEL,
                        body,
                        token,
                        false)
                : edit(token, body);
    }

    private DataObject edit(String token, DataObject body) {
        var interaction = interaction(token);
        var source = interaction.getObject("message");
        var message = FakePayloads.message(source.getString("id"), source.getString("channel_id"), body);
        directs.edit(message);
        var direct = !interaction.hasKey("guild_id");
        shown(direct ? Shown.Surface.DIRECT : Shown.Surface.EPHEMERAL, message, body, true);
        return message;
    }

    private DataObject show(Shown.Surface surface, DataObject body, String token, boolean edited) {
        var channel = interaction(token).getString("channel_id");
        var message = FakePayloads.message(unique(), channel, body).put(Shown.TOKEN, token);
        return shown(surface, message, body, edited);
    }

    private DataObject shown(Shown.Surface surface, DataObject message, DataObject body, boolean edited) {
        var shown = new Shown(surface, message, edited);
        complaints.addAll(FakeRules.broken(shown, body));
        unread.add(shown);
        witness.accept(shown);
        return message;
    }

    private DataObject interaction(String token) {
        return Optional.ofNullable(interactions.get(token)).orElseThrow();
    }

    DataObject user(String id) {
        return FakePayloads.user(id, names.getOrDefault(id, "somebody"));
    }

    private String unique() {
        return Long.toString(count.incrementAndGet());
    }

    /** The request with every id as #. */
    private static String shape(String request) {
        return request.replaceAll("\\d{2,}", "#");
    }
}
