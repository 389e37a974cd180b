package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void explainsEveryProgram() {
        for (var program : Main.commandLine(stream(output), stream(errors))
                .getSubcommands()
                .entrySet()) {
            output.reset();
            assertThat(run(program.getKey(), "--help")).isZero();
            assertThat(written(output)).startsWith("Usage: perennial " + program.getKey());
            for (var inner : program.getValue().getSubcommands().keySet()) {
                output.reset();
                assertThat(run(program.getKey(), inner, "--help")).isZero();
                assertThat(written(output)).startsWith("Usage: perennial " + program.getKey() + " " + inner);
            }
        }
    }

    @Test
    void printsSlacksManifestForAnAddress() {
        assertThat(run("manifest", "slack", "--http", "https://bot.example.org/", "--suffix", "team"))
                .isZero();
        assertThat(written(output)).contains("https://bot.example.org/slack/events", "/met-team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot.example.org", "http://bot.example.org", "https://", "https://x y", "https://x?y"})
    void refusesAnAddressThatSlackCannotReach(String address) {
        assertThat(run("manifest", "slack", "--http", address)).isEqualTo(Misconfigured.EXIT_CODE);
        assertThat(written(errors)).contains("write it as https://bot.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team", "a b", "much-too-long-for-it", "/x"})
    void refusesASuffixThatSlackDoesNotTake(String suffix) {
        assertThat(run("manifest", "slack", "--suffix", suffix)).isEqualTo(Misconfigured.EXIT_CODE);
        assertThat(written(errors)).contains("at most 12 small letters");
    }

    private int run(String... arguments) {
        return Main.commandLine(stream(output), stream(errors)).execute(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String written(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
