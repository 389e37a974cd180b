package bot.perennial.bench.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The process of a {@link StubSlack}, and what it tells. */
public final class Stub implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private Stub(Process process, int port) {
        this.process = process;
        address = URI.create("http://127.0.0.1:" + port + "/");
    }

    public static Stub start() throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubSlack.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Stub(process, Integer.parseInt(lines.readLine()));
    }

    public String api() {
        return address.resolve("/api/").toString();
    }

    /** Takes so many messages a second from here on; 0 for any number. */
    public void limit(int perSecond) throws IOException, InterruptedException {
        ask("/stub/limit", Integer.toString(perSecond));
    }

    public void forget() throws IOException, InterruptedException {
        ask("/stub/forget", "");
    }

    public Seen seen() throws IOException, InterruptedException {
        return new Seen(ask("/stub/seen", "")
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1]))));
    }

    /** What was taken since it was last told to forget. */
    public record Seen(Map<String, Long> counts) {
        public long taken() {
            return counts.getOrDefault("taken", 0L);
        }

        /** Of each member more than one message is one too many. */
        public long twice() {
            return taken() - members();
        }

        public long members() {
            return counts.getOrDefault("members", 0L);
        }

        public long refused() {
            return counts.getOrDefault("refused", 0L);
        }

        /** Between the first and the last. */
        public double seconds() {
            return counts.getOrDefault("micros", 0L) / 1e6;
        }

        /** How many came with a token. */
        public long from(String token) {
            return counts.getOrDefault("from-" + token, 0L);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }

    private String ask(String path, String body) throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(address.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(question, BodyHandlers.ofString()).body();
    }
}
