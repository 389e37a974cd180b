package bot.perennial.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import bot.perennial.core.command.Bot;
import bot.perennial.core.command.Command;
import bot.perennial.core.testing.InMemoryStore;
import bot.perennial.core.testing.MovableTime;
import bot.perennial.slack.testing.FakeSlack;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The adapter in HTTP mode on loopback, behind a server with few threads. */
final class HttpMode implements AutoCloseable {
    static final String FORM = "application/x-www-form-urlencoded";
    private static final int THREADS = 8;

    final FakeSlack slack = new FakeSlack();
    final MovableTime time = new MovableTime("2026-03-02T09:00:00Z");
    final InMemoryStore store = new InMemoryStore();
    final SlackAdapter adapter;
    final RequestSignature signature;
    final RawClient client;
    private final AtomicInteger triggers = new AtomicInteger();
    private final Server server = new Server(new QueuedThreadPool(THREADS));

    HttpMode() throws Exception {
        this(Parrot.commands());
    }

    HttpMode(List<Command> commands) throws Exception {
        var settings = new SlackSettings(
                slack.settings().botToken(),
                Optional.empty(),
                slack.settings().signingSecret(),
                slack.settings().apiUrl(),
                slack.settings().responseHosts());
        adapter = new SlackAdapter(settings, new Bot(commands, store, time), time);
        signature = new RequestSignature(settings.signingSecret().orElseThrow(), time);
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(adapter.servlet().orElseThrow()), "/slack/events");
        server.setHandler(handler);
        server.start();
        adapter.start();
        while (!adapter.ready()) {
            Thread.onSpinWait();
        }
        client = new RawClient(connector.getLocalPort());
    }

    /** A command that Slack may send, unlike any other. */
    String command(String text) {
        return command("echo", text);
    }

    String command(String name, String text) {
        return "command=%2F" + name + "&team_id=T1&user_id=U0ANA&user_name=ana&trigger_id=" + triggers.incrementAndGet()
                + "&text=" + URLEncoder.encode(text, UTF_8);
    }

    String now() {
        return Long.toString(time.instant().getEpochSecond());
    }

    RawClient.Answer send(String type, byte[] body, String timestamp, String signed) throws Exception {
        return client.post(List.of("Content-Type: " + type, stamped(timestamp), signed(signed)), body);
    }

    RawClient.Answer send(String type, String body, String timestamp) throws Exception {
        var bytes = body.getBytes(UTF_8);
        return send(type, bytes, timestamp, signature.of(timestamp, bytes));
    }

    static String stamped(String timestamp) {
        return "X-Slack-Request-Timestamp: " + timestamp;
    }

    static String signed(String signature) {
        return "X-Slack-Signature: " + signature;
    }

    @Override
    public void close() throws IOException {
        client.close();
        LifeCycle.stop(server);
        adapter.stop();
        slack.close();
    }
}
