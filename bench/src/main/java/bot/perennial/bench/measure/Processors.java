package bot.perennial.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much processor time this process, and the server's when it is on this machine, have used so far. */
public final class Processors {
    private static final long NANOS_OF_A_TICK = 10_000_000;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private final com.sun.management.OperatingSystemMXBean client =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private final Optional<Path> server;

    private Processors(Optional<Path> server) {
        this.server = server;
    }

    /** The client is this process; the server is another, if it is on this machine. */
    public static Processors of(Optional<Long> server) {
        return new Processors(
                server.map(pid -> Path.of("/proc", pid.toString(), "stat")).filter(Files::isReadable));
    }

    public long client() {
        return client.getProcessCpuTime();
    }

    public Optional<Long> server() {
        return server.map(Processors::used);
    }

    /** The name of the program stands in brackets and may hold spaces, so that fields are counted after it. */
    static long nanos(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * NANOS_OF_A_TICK;
    }

    private static long used(Path stat) {
        try {
            return nanos(Files.readString(stat));
        } catch (IOException e) {
            throw new UncheckedIOException("The server's process has ended", e);
        }
    }
}
