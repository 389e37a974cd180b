package bot.perennial.db.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that holds one database: its tables, its log, and who may open it. */
record Home(Path folder) {
    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path unfinishedData() {
        return folder.resolve("data.unfinished");
    }

    /** Its server's own: a server that starts deletes what others keep in a folder that they share. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    Path access() {
        return folder.resolve("access");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path greeting() {
        return folder.resolve("greeting.sql");
    }

    /** Empty while another process, or another part of this one, owns the server. */
    Optional<FileLock> claim() throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException ours) {
            // the same answer: somebody else serves this folder
        }
        channel.close();
        return Optional.empty();
    }

    void remember(long process) throws IOException {
        PrivateFile.write(pid(), Long.toString(process));
    }

    /** The server a killed process left running on this folder; process ids are reused, so its command line must name it. */
    Optional<ProcessHandle> leftover() throws IOException {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pid()).strip()))
                    .filter(process -> process.info()
                            .commandLine()
                            .filter(line -> line.contains("mariadbd") && line.contains("--datadir=" + data() + " "))
                            .isPresent());
        } catch (NoSuchFileException | NumberFormatException never) {
            return Optional.empty();
        }
    }

    private Path pid() {
        return folder.resolve("server.pid");
    }
}
