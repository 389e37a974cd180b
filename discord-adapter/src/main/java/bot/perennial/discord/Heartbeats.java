package bot.perennial.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.internal.JDAImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a line on which Discord has stopped to answer heartbeats; JDA alone takes nearly a minute to notice. */
final class Heartbeats extends ListenerAdapter {
    /** Longer than the 41 seconds from one of Discord's heartbeats to the next. */
    static final Duration SILENCE = Duration.ofSeconds(44);

    private static final int RESUMABLE = 4900;
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private final Duration silence;
    private final AtomicLong count = new AtomicLong();
    private volatile long latest;

    Heartbeats(Duration silence) {
        this.silence = silence;
        forget();
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        forget();
    }

    @Override
    public void onGatewayPing(GatewayPingEvent event) {
        var now = System.nanoTime();
        var regular = now - latest < silence.toNanos(); // a slower beat than Discord's says nothing
        latest = now;
        var number = count.incrementAndGet();
        if (regular) {
            CompletableFuture.delayedExecutor(silence.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> look(event.getJDA(), number));
        }
    }

    /** The first heartbeat of a line tells nothing about how often they come. */
    private void forget() {
        latest = System.nanoTime() - silence.toNanos();
    }

    private void look(JDA jda, long number) {
        if (count.get() == number && jda.getStatus() == JDA.Status.CONNECTED) {
            LOG.warn("discord silent, connecting again");
            ((JDAImpl) jda).getClient().socket.disconnect(RESUMABLE, "silent", 0);
        }
    }
}
