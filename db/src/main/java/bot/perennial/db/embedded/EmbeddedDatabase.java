package bot.perennial.db.embedded;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A MariaDB server of our own on loopback: made at the first start, brought back when it dies, ended with its owner. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PORTS_TO_TRY = 3;
    private static final int LONGEST_PAUSE = 30;

    private final Access access;
    private final @Nullable Owned owned;

    private EmbeddedDatabase(Access access, @Nullable Owned owned) {
        this.access = access;
        this.owned = owned;
    }

    /** Starts the server on this folder, or joins the one that another live process runs there. */
    public static EmbeddedDatabase start(Path home, Consumer<String> progress) {
        return start(home, progress, Durability.KEPT);
    }

    /** For tests: quicker, may make databases, and loses the last second when the machine dies. */
    public static EmbeddedDatabase startThrowAway(Path home, Consumer<String> progress) {
        return start(home, progress, Durability.THROWN_AWAY);
    }

    public String jdbcUrl() {
        return access.jdbcUrl();
    }

    public String user() {
        return Access.USER;
    }

    public String password() {
        return access.password();
    }

    /** Empty when another process owns the server. */
    public Optional<ProcessHandle> server() {
        return Optional.ofNullable(owned).map(Owned::server);
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }

    private static EmbeddedDatabase start(Path folder, Consumer<String> progress, Durability durability) {
        var home = new Home(folder);
        try {
            PrivateFile.folder(home.folder());
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                var claim = home.claim();
                if (claim.isPresent()) {
                    return own(home, claim.get(), progress, durability);
                }
                var running = Access.read(home.access()).filter(Access::opens);
                if (running.isPresent()) {
                    progress.accept("The embedded database is already running: joining it.");
                    return new EmbeddedDatabase(running.get(), null);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new EmbeddedDatabaseFailure(
                    "Another process holds " + home.folder() + " and its database does not answer."
                            + " End that process, or set PERENNIAL_HOME to another folder.");
        } catch (IOException trouble) {
            throw new EmbeddedDatabaseFailure(
                    "The embedded database can't use " + home.folder() + ": " + trouble.getMessage(), trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseFailure("Stopped while the embedded database was starting", stopped);
        }
    }

    private static EmbeddedDatabase own(Home home, FileLock claim, Consumer<String> progress, Durability durability)
            throws IOException, InterruptedException {
        var started = false;
        try {
            var leftover = home.leftover();
            if (leftover.isPresent()) {
                progress.accept("Ending the embedded database that an earlier run left behind…");
                Server.end(leftover.get());
            }
            var server = new Server(Binaries.unpacked(cache(home), progress), home, durability);
            if (!Files.isDirectory(home.data())) {
                progress.accept("Making the embedded database in " + home.folder() + " (once, a few seconds)…");
                server.makeTables();
            }
            progress.accept("Starting the embedded database…");
            var database = onFreePort(server, home, claim);
            started = true;
            return database;
        } finally {
            if (!started) {
                claim.channel().close();
            }
        }
    }

    private static EmbeddedDatabase onFreePort(Server server, Home home, FileLock claim)
            throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var access = Access.fresh();
            try {
                var process = server.start(access);
                access.write(home.access());
                return new EmbeddedDatabase(access, new Owned(server, access, claim, process));
            } catch (EmbeddedDatabaseFailure taken) {
                if (attempt == PORTS_TO_TRY
                        || !String.valueOf(taken.getMessage()).contains("TCP/IP port")) {
                    throw taken;
                }
            }
        }
    }

    private static Path cache(Home home) {
        var user = Path.of(System.getProperty("user.home", ""));
        return Files.isWritable(user)
                ? user.resolve(".cache").resolve("perennial").toAbsolutePath()
                : home.folder().resolve("program");
    }

    /** The server of this process: watched, started again on the same port when it dies unasked. */
    private static final class Owned {
        private final Server server;
        private final Access access;
        private final FileLock claim;
        private Process process;
        private boolean closed;

        Owned(Server server, Access access, FileLock claim, Process process) {
            this.server = server;
            this.access = access;
            this.claim = claim;
            this.process = process;
            Thread.ofVirtual().name("embedded-database").start(this::watch);
        }

        synchronized ProcessHandle server() {
            return process.toHandle();
        }

        synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                Server.end(process.toHandle());
                claim.channel().close();
            } catch (IOException trouble) {
                log.warn("embedded database: lock not released reason={}", trouble.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void watch() {
            try {
                var pause = 0;
                while (true) {
                    var exit = current().waitFor();
                    TimeUnit.SECONDS.sleep(pause);
                    pause = restarted(exit) ? 0 : Math.min(LONGEST_PAUSE, pause + 1);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized Process current() {
            return process;
        }

        private synchronized boolean restarted(int exit) throws InterruptedException {
            if (closed) {
                throw new InterruptedException("closed");
            }
            log.error("embedded database: ended by itself exit={}, starting it again", exit);
            try {
                process = server.start(access);
                return true;
            } catch (IOException | EmbeddedDatabaseFailure trouble) {
                log.error("embedded database: start failed reason={}", trouble.getMessage());
                return false;
            }
        }
    }
}
