package bot.perennial.slack;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.people.Account;
import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Perennial in one Slack workspace, by Socket Mode, by HTTP, or by both. */
public final class SlackAdapter {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackWeb web;
    private final Access access;
    private final SlackCourier courier;
    private final SlackPeople people;
    private final Pulse pulse;
    private final App app;
    private final AtomicInteger unknown = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean introduced;
    private final Optional<SlackSocket> socket;
    private final Optional<Servlet> servlet;

    public SlackAdapter(SlackSettings settings, Bot bot, InstantSource time) {
        web = new SlackWeb(settings);
        access = new Access(time);
        courier = new SlackCourier(web, access, Ticker.systemTicker());
        people = new SlackPeople(web.methods(), access, time, Thread::startVirtualThread);
        var answers = new Answers(web.methods(), access, new ResponseAddresses(web, settings), courier);
        app = app(new SlackCommands(bot, people, answers, executor));
        pulse = new Pulse(web.methods(), access);
        socket = settings.appToken()
                .map(token -> new SlackSocket(
                        web.slack(), token, new Access(time), app, executor, SlackSocket.Pace.USUAL, unknown));
        servlet = settings.signingSecret()
                .map(secret -> new SlackServlet(app, new RequestSignature(secret, time), executor, unknown));
    }

    public void start() {
        executor.execute(this::live);
    }

    /** Whether members are heard and can be reached: Slack knew the bot a moment ago, and the socket is open. */
    public boolean ready() {
        return introduced
                && pulse.felt()
                && access.granted()
                && socket.map(SlackSocket::connected).orElse(true);
    }

    /** How often Slack sent what could not be understood. */
    public int unknown() {
        return unknown.get();
    }

    public Courier courier() {
        return courier;
    }

    /** What to mount at {@code /slack/events}; empty without a signing secret. */
    public Optional<Servlet> servlet() {
        return servlet;
    }

    /** Hears nothing more, and finishes what is under way. */
    public void stop() {
        stopped.countDown();
        socket.ifPresent(SlackSocket::stop);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("event=slack_drain_incomplete");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        web.close();
    }

    private App app(SlackCommands commands) {
        var config = AppConfig.builder().slack(web.slack()).build();
        // requests are verified before they reach Bolt, and nothing here needs a token looked up for each of them
        var app = new App(config, List.of(new SSLCheck(null)));
        commands.register(app);
        app.event(TokensRevokedEvent.class, (event, context) -> {
            // a member who takes back their own grant is told of in the same way, and is none of the bot's business
            if (!Objects.requireNonNullElse(event.getEvent().getTokens().getBot(), List.of())
                    .isEmpty()) {
                access.refusedBy("token_revoked");
            }
            return context.ack();
        });
        app.event(AppUninstalledEvent.class, (event, context) -> {
            access.refusedBy("account_inactive");
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (event, context) -> context.ack());
        app.event(MessageEvent.class, (event, context) -> context.ack()); // ordinary chat never triggers the bot
        return app;
    }

    private void live() {
        try {
            do {
                var self = pulse.beat();
                if (self.isPresent() && !introduced) {
                    LOG.info("event=slack_introduced team={}", self.get().workspace());
                    rehearse(self.get());
                    socket.ifPresent(SlackSocket::start);
                    introduced = true;
                }
            } while (!stopped.await(pulse.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers a command that there is not, so that the first member need not wait for classes to load. */
    private void rehearse(Account self) {
        var typed = "command=%2Frehearsal&text=Ana&team_id=" + self.workspace() + "&user_id=" + self.user();
        try {
            app.run(new SlashCommandRequest(typed, new RequestHeaders(Map.of())));
        } catch (Exception e) { // Bolt declares it
            LOG.warn("event=slack_rehearsal_failed kind={}", e.getClass().getSimpleName());
        }
    }
}
