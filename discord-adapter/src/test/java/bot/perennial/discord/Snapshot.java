package bot.perennial.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Compares what is sent to Discord with a file that a person has looked at; delete the file to have it written anew. */
final class Snapshot {
    private static final Path FOLDER = Path.of("src/test/resources/bot/perennial/discord");

    private Snapshot() {}

    static void compare(String name, DataObject data) {
        var file = FOLDER.resolve(name);
        var text = DataObject.fromJson(text(DataObject.fromJson(data.toJson()).toMap()))
                        .toPrettyString() + "\n";
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            var expected = DataObject.fromJson(Files.readString(file, StandardCharsets.UTF_8));
            assertThat(sorted(DataObject.fromJson(text).toMap())).isEqualTo(sorted(expected.toMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] text(Map<String, Object> map) {
        return DataObject.empty().put("all", map).getObject("all").toJson();
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner == null ? "null" : sorted(inner)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Snapshot::sorted).toList();
            default -> value;
        };
    }
}
