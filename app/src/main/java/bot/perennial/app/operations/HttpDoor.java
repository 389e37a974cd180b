package bot.perennial.app.operations;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP server: health, metrics, and Slack's requests. */
public final class HttpDoor {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    private static final int LARGEST_HEADER = 16 * 1024;
    private static final int THREADS = 48;
    private static final int FEWEST_THREADS = 4;
    private static final long IDLE_MILLISECONDS = 15_000;
    private static final long DRAIN_MILLISECONDS = 5_000;
    private static final int NOT_READY = 503;

    private final Server server;
    private final ServerConnector connector;

    /** With what to mount for Slack, in HTTP mode. */
    public HttpDoor(String host, int port, Health health, Metrics metrics, Gate gate, Optional<Servlet> slack) {
        server = new Server(new QueuedThreadPool(THREADS, FEWEST_THREADS));
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(LARGEST_HEADER);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        server.addConnector(connector);
        var pages = new ServletContextHandler("/");
        pages.addServlet(page(request -> new Page.Answer(200, "text/plain", "alive\n")), "/livez");
        pages.addServlet(page(request -> readiness(health)), "/readyz");
        pages.addServlet(
                page(request -> gate.opens(request) ? new Page.Answer(200, Metrics.TYPE, metrics.text()) : Gate.CLOSED),
                "/metrics");
        slack.ifPresent(servlet -> pages.addServlet(holder(servlet), "/slack/events"));
        server.setHandler(pages);
        server.setStopTimeout(DRAIN_MILLISECONDS);
    }

    /** Begins to listen. */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // Jetty declares no more than this
            throw new IOException("The HTTP server did not start", e);
        }
        LOG.atInfo().addKeyValue("port", port()).log("listening");
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes nothing new, and lets what is under way end. */
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares no more than this; the process ends in any case
            LOG.atWarn().addKeyValue("kind", e.getClass().getSimpleName()).log("http stopped badly");
        }
    }

    private static Page.Answer readiness(Health health) {
        var facts = health.parts();
        return new Page.Answer(
                Health.ready(facts) ? 200 : NOT_READY, "application/json", Health.json(facts, health.standby()) + "\n");
    }

    private static ServletHolder page(Function<HttpServletRequest, Page.Answer> answer) {
        return holder(new Page(answer));
    }

    private static ServletHolder holder(Servlet servlet) {
        var holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        return holder;
    }
}
