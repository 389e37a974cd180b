package bot.perennial.app.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A class path of which every folder is packed. */
final class Jars {
    private Jars() {}

    static String of(String classPath, Path into) {
        // an empty part would be the folder that the jars are written into
        var parts = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty())
                .toList();
        return IntStream.range(0, parts.size())
                .mapToObj(number -> packed(Path.of(parts.get(number)), into.resolve("part-" + number + ".jar")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path part, Path jar) {
        if (!Files.isDirectory(part)) {
            return part;
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(part)) {
            for (var file : files.filter(file -> !file.equals(part)).sorted().toList()) {
                var name = part.relativize(file).toString().replace(File.separatorChar, '/');
                var folder = Files.isDirectory(file); // migrations are found by their folder
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
