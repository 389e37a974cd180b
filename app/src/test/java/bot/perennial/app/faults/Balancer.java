package bot.perennial.app.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings each of Slack's requests to one of several instances in turn, but to none that is away or not ready. */
final class Balancer implements AutoCloseable {
    private static final List<String> KEPT = List.of("Content-Type", "X-Slack-Request-Timestamp", "X-Slack-Signature");
    private static final int AWAY = 503;
    private static final int BROKEN_OFF = 502;

    private final HttpServer door;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final Map<Integer, AtomicInteger> answered = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Balancer() {
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/slack/events", this::balance);
        door.start();
    }

    void add(int port) {
        ports.add(port);
        answered.put(port, new AtomicInteger());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/slack/events");
    }

    /** How many requests were answered by the instance on a port. */
    int answered(int port) {
        return Optional.ofNullable(answered.get(port)).map(AtomicInteger::get).orElse(0);
    }

    @Override
    public void close() {
        door.stop(0);
        client.close();
    }

    private void balance(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var first = turn.getAndIncrement();
        for (var next = first; next < first + ports.size(); next++) {
            var port = ports.get(Math.floorMod(next, ports.size()));
            if (ready(port)) {
                forward(exchange, body, port);
                return;
            }
        }
        answer(exchange, AWAY, new byte[0]);
    }

    private boolean ready(int port) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Once only: whether a request that broke off was carried out, nobody knows here. */
    private void forward(HttpExchange exchange, byte[] body, int port) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (var name : KEPT) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        try {
            var reply = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            reply.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            answer(exchange, reply.statusCode(), reply.body());
            Optional.ofNullable(answered.get(port)).ifPresent(AtomicInteger::incrementAndGet);
        } catch (IOException brokenOff) {
            answer(exchange, BROKEN_OFF, new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, BROKEN_OFF, new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
