package bot.perennial.app;

import bot.perennial.db.Sealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The key that notes are encrypted with, kept beside the embedded database. */
record KeysetFile(Path folder) {
    Secret read() throws IOException {
        if (!Files.exists(file())) {
            if (Files.isDirectory(folder.resolve("data"))) {
                throw new Misconfigured(
                        List.of("The key " + file() + " is gone, and the notes beside it can't be read without it."
                                + " Put it back from a copy, or set PERENNIAL_ENCRYPTION_KEYSET."));
            }
            write(Sealer.generate());
        }
        return new Secret(Files.readString(file()).strip());
    }

    private Path file() {
        return folder.resolve("keyset.json");
    }

    private void write(String keyset) throws IOException {
        Files.createDirectories(folder);
        var unfinished = folder.resolve("keyset.unfinished");
        Files.deleteIfExists(unfinished);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, keyset);
        Files.move(unfinished, file(), StandardCopyOption.ATOMIC_MOVE);
    }
}
