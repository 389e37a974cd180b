package bot.perennial.discord;

import bot.perennial.core.duty.Rota;
import bot.perennial.core.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one shard after another introduce itself, here and in other processes, as far apart as Discord wants it. */
final class Introductions extends ConcurrentSessionController {
    private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);
    private static final Duration APART = Duration.ofSeconds(IDENTIFY_DELAY);

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Rota rota;
    private final PlainRest rest;
    private final String gateway;
    private Optional<Limits> limits = Optional.empty();
    private long asked;
    private volatile int atOnce = 1;

    /** @param gateway its address; empty for Discord's own, because JDA asks no server where it is */
    Introductions(Rota rota, PlainRest rest, String gateway) {
        this.rota = rota;
        this.rest = rest;
        this.gateway = gateway;
    }

    /** What Discord said within the last minute. */
    synchronized Limits limits() throws IOException {
        var now = System.nanoTime();
        if (limits.isEmpty() || now - asked > FRESH.toNanos()) {
            limits = Optional.of(Limits.ask(rest));
            asked = now;
            if (limits.get().atOnce() != atOnce) {
                atOnce = limits.get().atOnce();
                setConcurrency(atOnce);
            }
        }
        return limits.get();
    }

    /** How long to wait because the bot may introduce itself hardly more often today. */
    Duration pause() {
        try {
            return limits().pause();
        } catch (IOException unreachable) { // as the connection will be
            return Duration.ZERO;
        }
    }

    @Override
    public String getGateway() {
        return gateway.isEmpty() ? super.getGateway() : gateway;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new InTurn(node, this));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new InTurn(node, this));
    }

    private void awaitTurn(int shard) throws InterruptedException {
        try {
            Thread.sleep(rota.turn("discord/introductions/" + shard % atOnce, APART));
        } catch (Store.NotSaved | Store.PerhapsSaved away) { // this process's own keep apart all the same
            LOG.warn("discord introduced without a turn");
        }
    }

    /** A shard that waits for its turn first. */
    private record InTurn(SessionConnectNode node, Introductions turns) implements SessionConnectNode {
        @Override
        public void run(boolean last) throws InterruptedException {
            turns.awaitTurn(getShardInfo().getShardId());
            node.run(last);
        }

        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }
    }
}
