package bot.perennial.slack;

import bot.perennial.core.command.Bot;
import bot.perennial.core.delivery.Courier;
import bot.perennial.core.people.Account;
import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Perennial in one Slack workspace, by Socket Mode, by HTTP, or by both. */
public final class SlackAdapter {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackWeb web;
    private final Access access;
    private final SlackCourier courier;
    private final SlackPeople people;
    private final Optional<SlackSocket> socket;
    private final Optional<Servlet> servlet;

    public SlackAdapter(SlackSettings settings, Bot bot, InstantSource time) {
        web = new SlackWeb(settings);
        access = new Access(time);
        courier = new SlackCourier(web.methods(), access, Ticker.systemTicker());
        people = new SlackPeople(web.methods(), access, Thread::startVirtualThread);
        var answers = new Answers(web.methods(), new ResponseAddresses(web.slack(), settings), courier);
        var app = app(new SlackCommands(bot, people, answers, executor));
        socket = settings.appToken()
                .map(token -> new SlackSocket(web.slack(), token, app, executor, SlackSocket.Pace.USUAL));
        servlet = settings.signingSecret().map(secret -> new SlackServlet(app, new RequestSignature(secret, time)));
    }

    public void start() {
        socket.ifPresent(SlackSocket::start);
        executor.execute(this::introduce);
    }

    /** Whether members are heard and can be reached, as far as anyone can tell. */
    public boolean ready() {
        return access.granted() && socket.map(SlackSocket::connected).orElse(true);
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
            access.refusedBy("token_revoked");
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

    private void introduce() {
        try {
            var answer = web.methods().authTest(request -> request);
            if (answer.isOk()) {
                LOG.info("event=slack_introduced team={}", answer.getTeamId());
                // the first member's profile need not wait for classes to load
                people.profile(new Account("slack", answer.getTeamId(), answer.getUserId()));
            } else {
                access.refusedBy(Optional.ofNullable(answer.getError()).orElse(""));
            }
        } catch (IOException
                | SlackApiException e) { // the socket keeps trying; a token that is refused shows at the first call
            LOG.warn("event=slack_unreachable kind={}", e.getClass().getSimpleName());
        }
    }
}
