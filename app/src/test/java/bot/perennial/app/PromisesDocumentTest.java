package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromisesDocumentTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))(?:\\.(\\w+))?`");

    static Stream<String> named() throws IOException {
        return NAMED.matcher(Files.readString(ROOT.resolve("docs/promises.md")))
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void namesOnlyTestsThatExist(String name) throws IOException {
        var named = NAMED.matcher(name).results().findFirst().orElseThrow();
        try (var files = Files.find(
                ROOT,
                12,
                (file, attributes) -> file.endsWith(named.group(1) + ".java")
                        && file.toString().contains("src"))) {
            var source = Files.readString(files.findFirst().orElseThrow());
            assertThat(source)
                    .contains(named.group(2) == null ? "class " + named.group(1) : "void " + named.group(2) + "(");
        }
    }
}
