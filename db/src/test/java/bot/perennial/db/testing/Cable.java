package bot.perennial.db.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A cable to a server on loopback: it can be cut, pulled out, slowed down, and made to swallow all that goes through. */
public final class Cable implements AutoCloseable {
    /** What a cut does with the request that it waits for. */
    public enum Moment {
        /** The server never hears it. */
        BEFORE,
        /** The server carries it out, and its answer is lost. */
        AFTER
    }

    /** What happens when certain words come by. */
    private enum Then {
        CUT_LINE,
        PULL_PLUG,
        SWALLOW
    }

    private record Ahead(String words, Moment moment, Then then) {}

    private record Line(Socket bot, Socket server) {
        void close() {
            for (var end : new Socket[] {bot, server}) {
                try {
                    end.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private final int target;
    private final ServerSocket door;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Ahead>> ahead = new AtomicReference<>(Optional.empty());
    private volatile boolean plugged = true;
    private volatile boolean swallowing;
    private volatile Duration delay = Duration.ZERO;

    public Cable(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cable").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts every connection; new ones can be made. */
    public void cut() {
        lines.forEach(Line::close);
        lines.clear();
    }

    /** Cuts the connection on which a request with these words comes next. */
    public void cutAt(String words, Moment moment) {
        ahead.set(Optional.of(new Ahead(words, moment, Then.CUT_LINE)));
    }

    /** The same, and nothing gets through any more afterwards. */
    public void pullAt(String words, Moment moment) {
        ahead.set(Optional.of(new Ahead(words, moment, Then.PULL_PLUG)));
    }

    /** Swallows the request with these words that comes next, and everything after it. */
    public void swallowAt(String words) {
        ahead.set(Optional.of(new Ahead(words, Moment.BEFORE, Then.SWALLOW)));
    }

    /** Cuts everything, and refuses new connections. */
    public void pull() {
        plugged = false;
        cut();
    }

    /** Keeps connections open, but lets nothing through, in either direction. */
    public void swallow() {
        swallowing = true;
    }

    public void delay(Duration each) {
        delay = each;
    }

    /** As good as new; what was swallowed is delivered now. */
    public void mend() {
        ahead.set(Optional.empty());
        delay = Duration.ZERO;
        swallowing = false;
        plugged = true;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var bot = door.accept();
                if (!plugged) {
                    bot.close();
                    continue;
                }
                bot.setTcpNoDelay(true);
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                server.setTcpNoDelay(true);
                var line = new Line(bot, server);
                lines.add(line);
                Thread.ofVirtual().start(() -> carry(line, bot, server, true));
                Thread.ofVirtual().start(() -> carry(line, server, bot, false));
            } catch (IOException closed) {
                // the door was closed, or the server is down: the bot sees its connection end
            }
        }
    }

    private void carry(Line line, Socket from, Socket to, boolean request) {
        var bytes = new byte[65_536];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var length = in.read(bytes); length > 0; length = in.read(bytes)) {
                var due = request ? due(bytes, length) : Optional.<Ahead>empty();
                swallowing |= due.filter(each -> each.then() == Then.SWALLOW).isPresent();
                LockSupport.parkNanos(delay.toNanos());
                while (swallowing) {
                    LockSupport.parkNanos(5_000_000);
                }
                if (due.filter(each -> each.then() != Then.SWALLOW).isPresent()) {
                    end(line, due.get(), bytes, length);
                    return;
                }
                out.write(bytes, 0, length);
            }
        } catch (IOException gone) {
            // one side has ended, so the other must
        }
        line.close();
        lines.remove(line);
    }

    private Optional<Ahead> due(byte[] bytes, int length) {
        var next = ahead.get();
        var heard = next.isPresent()
                && new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains(next.get().words());
        return heard && ahead.compareAndSet(next, Optional.empty()) ? next : Optional.empty();
    }

    private void end(Line line, Ahead due, byte[] request, int length) throws IOException {
        var all = due.then() == Then.PULL_PLUG;
        plugged = !all;
        line.bot().close();
        switch (due.moment()) {
            case BEFORE -> line.server().close();
            case AFTER -> {
                line.server().getOutputStream().write(request, 0, length);
                line.server().shutdownOutput(); // the server carries out what it has heard, then sees the end
            }
        }
        if (all) {
            lines.stream().filter(other -> !other.equals(line)).forEach(Line::close);
        }
    }
}
