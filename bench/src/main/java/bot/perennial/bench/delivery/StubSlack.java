package bot.perennial.bench.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Slack in a process of its own that takes 5 to 50 ms for a message, and counts what it took, from whom and for whom. */
public final class StubSlack {
    private static final int FASTEST = 5;
    private static final int SLOWEST = 50;
    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\"([^\"]*)");

    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> byToken = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Optional<Bucket> limit = Optional.empty();

    /** Lets so many pass in a second, and a few more at once. */
    private static final class Bucket {
        private static final double AT_ONCE = 5;
        private final double perNano;
        private double tokens = AT_ONCE;
        private long filled = System.nanoTime();

        Bucket(int perSecond) {
            perNano = perSecond / 1e9;
        }

        synchronized boolean take() {
            var now = System.nanoTime();
            tokens = Math.min(AT_ONCE, tokens + (now - filled) * perNano);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private StubSlack() {}

    public static void main(String[] arguments) throws IOException {
        var stub = new StubSlack();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/chat.postMessage", stub::post);
        server.createContext("/api/auth.test", stub::introduce);
        server.createContext("/stub/limit", exchange -> {
            var perSecond = Integer.parseInt(body(exchange));
            stub.limit = perSecond == 0 ? Optional.empty() : Optional.of(new Bucket(perSecond));
            answer(exchange, 200, "");
        });
        server.createContext("/stub/forget", stub::forget);
        server.createContext("/stub/seen", exchange -> answer(exchange, 200, stub.seen()));
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0); // its parent is gone
    }

    private void post(HttpExchange exchange) throws IOException {
        var channel = CHANNEL.matcher(body(exchange));
        if (limit.isPresent() && !limit.get().take()) {
            refused.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "1");
            answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(FASTEST, SLOWEST + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        first.compareAndSet(0, System.nanoTime());
        last.set(System.nanoTime());
        var whom = channel.find() ? channel.group(1) : "";
        count(taken, whom);
        count(byToken, token(exchange));
        answer(
                exchange,
                200,
                "{\"ok\":true,\"channel\":\"D" + whom + "\",\"ts\":\"" + numbers.incrementAndGet() + ".1\"}");
    }

    private void introduce(HttpExchange exchange) throws IOException {
        body(exchange);
        answer(exchange, 200, "{\"ok\":true,\"team_id\":\"T0\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\"}");
    }

    private void forget(HttpExchange exchange) throws IOException {
        taken.clear();
        byToken.clear();
        refused.set(0);
        first.set(0);
        last.set(0);
        answer(exchange, 200, "");
    }

    /** Lines of a word and a number. */
    private String seen() {
        var all = taken.values().stream().mapToInt(AtomicInteger::get).sum();
        return "taken " + all + "\nmembers " + taken.size() + "\nrefused " + refused + "\nmicros "
                + (last.get() - first.get()) / 1000 + "\n"
                + byToken.entrySet().stream()
                        .map(entry -> "from-" + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static void count(Map<String, AtomicInteger> counts, String key) {
        counts.computeIfAbsent(key, fresh -> new AtomicInteger()).incrementAndGet();
    }

    private static String token(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(value -> value.replace("Bearer ", ""))
                .orElse("");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
