package bot.perennial.app;

import bot.perennial.db.Sealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The key that notes are encrypted with, kept in a file that nobody else may read. */
record KeysetFile(Path file) {
    /** The one beside the embedded database. */
    static KeysetFile in(Path folder) {
        return new KeysetFile(folder.resolve("keyset.json"));
    }

    /** What it holds; made when there is neither a file nor a note yet. */
    Secret read() throws IOException {
        if (!Files.exists(file)) {
            if (Files.isDirectory(file.resolveSibling("data"))) {
                throw new Misconfigured(
                        List.of("The key " + file + " is gone, and the notes beside it can't be read without it."
                                + " Put it back from a copy, or set PERENNIAL_ENCRYPTION_KEYSET."));
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, Sealer.generate());
        }
        if (posix() && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new Misconfigured(
                    List.of("The key " + file + " can be read by everybody on this machine. Run: chmod 600 " + file));
        }
        return new Secret(Files.readString(file).strip());
    }

    /** Whether it can be replaced from here. */
    boolean replaceable() {
        return Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
    }

    /** Puts another keyset in its place, and answers where the former one is kept. */
    Path replace(String keyset) throws IOException {
        var former = file.resolveSibling(file.getFileName() + ".before");
        write(former, Files.readString(file));
        write(file, keyset);
        return former;
    }

    private boolean posix() throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }

    private void write(Path place, String keyset) throws IOException {
        var unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        if (posix()) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, keyset);
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
