package bot.perennial.db;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.db.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The names of our tables, as they are kept with the sources, and as the migrations make them. */
class GeneratedSourcesTest {
    /** With {@code -Pgenerate} it writes them instead. */
    @Test
    void areWhatTheMigrationsSay() throws Exception {
        var schema = TestDatabases.embedded(GeneratedSourcesTest.class);
        TestStore.open(schema).close();
        var folder = Boolean.getBoolean("perennial.generate")
                ? SourceGenerator.COMMITTED
                : Path.of("target", "generated-again");
        SourceGenerator.generate(schema.jdbcUrl(), schema.user(), schema.password(), schema.name(), folder);
        assertThat(sources(folder)).isEqualTo(sources(SourceGenerator.COMMITTED));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
