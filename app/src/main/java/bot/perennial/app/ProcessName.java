package bot.perennial.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process is called among those that share work. It has its data folder's name, so that it goes on at once with
 * what a process did that died there; only while another one has that, a name of its own.
 */
final class ProcessName implements AutoCloseable {
    private static final int LENGTH = 36;
    private static final Set<StandardOpenOption> KEPT =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private static final Logger LOG = LoggerFactory.getLogger(ProcessName.class);

    private final String name;
    private final Optional<FileChannel> held;

    private ProcessName(String name, Optional<FileChannel> held) {
        this.name = name;
        this.held = held;
    }

    /** A folder that can't be written to or locked has no name to give. */
    static ProcessName in(Path home) {
        try {
            Files.createDirectories(home);
            return in(FileChannel.open(home.resolve("process"), KEPT));
        } catch (IOException readOnly) {
            return fresh();
        }
    }

    private static ProcessName in(FileChannel file) throws IOException {
        try {
            if (locked(file)) {
                return new ProcessName(kept(file), Optional.of(file));
            }
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
        file.close();
        return fresh();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Leaves the folder's name to others. */
    @Override
    public void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (IOException stillHeld) {
            LOG.warn("name not given back, until the process ends");
        }
    }

    private static ProcessName fresh() {
        return new ProcessName(UUID.randomUUID().toString(), Optional.empty());
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    /** A folder that was copied to another machine has another name there. */
    private static String kept(FileChannel file) throws IOException {
        var text = ByteBuffer.allocate(LENGTH);
        file.read(text, 0);
        if (text.hasRemaining()) {
            text = ByteBuffer.wrap(UUID.randomUUID().toString().getBytes(US_ASCII));
            file.write(text, 0);
        }
        var machine = InetAddress.getLocalHost().getHostName();
        return UUID.nameUUIDFromBytes((US_ASCII.decode(text.flip()) + machine).getBytes(UTF_8))
                .toString();
    }
}
