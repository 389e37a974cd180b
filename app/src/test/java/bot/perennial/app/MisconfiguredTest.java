package bot.perennial.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bot.perennial.db.Sealer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting with everything that is put there by mistake. */
class MisconfiguredTest {
    private static final Map<Setting, String> SECRETS = Map.of(
            Setting.SLACK_BOT_TOKEN, "xoxb-1111111111-2222222222-canary",
            Setting.SLACK_APP_TOKEN, "xapp-1-A0000000001-3333333333-canary",
            Setting.DISCORD_TOKEN, "MTIzNDU2Nzg5MDEyMzQ1Njc4.GcAnAr.canary-canary-canary-canary",
            Setting.PERENNIAL_ENCRYPTION_KEYSET, Sealer.generate());

    @ParameterizedTest
    @EnumSource
    void namesASettingThatIsBlank(Setting setting) {
        for (var blank : List.of("", " ", "\t", "\n", "\u00a0 ", " \r\n ")) {
            assertThat(problems(Map.of(setting.name(), blank)))
                    .as("“%s”", blank)
                    .anyMatch(problem -> problem.startsWith(setting.name() + " is set but empty; give it a value"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesASettingWithSomethingAroundItsValue(Setting setting) {
        for (var around : List.of(" %s", "%s ", "%s\n", "\t%s", "%s\r", "\"%s\"", "'%s'", "“%s”", "\ufeff%s")) {
            assertThat(problems(Map.of(setting.name(), around.formatted("canary"))))
                    .as(around)
                    .anyMatch(problem -> problem.startsWith(setting.name() + " has "))
                    .noneMatch(problem -> problem.contains("canary"));
        }
    }

    static Stream<Map.Entry<Setting, Setting>> misplacements() {
        return SECRETS.keySet().stream().flatMap(secret -> Arrays.stream(Setting.values())
                .filter(setting -> setting != secret)
                .map(setting -> Map.entry(secret, setting)));
    }

    @ParameterizedTest
    @MethodSource("misplacements")
    void saysWhereASecretBelongsThatWasPutElsewhere(Map.Entry<Setting, Setting> misplacement) {
        var secret = SECRETS.getOrDefault(misplacement.getKey(), "");
        var setting = misplacement.getValue().name();

        assertThat(problems(Map.of(setting, secret)))
                .anyMatch(problem -> problem.startsWith(setting + " ")
                        && problem.contains(misplacement.getKey().name()))
                .noneMatch(problem -> problem.contains(secret) || problem.contains("canary"));
    }

    @Test
    void saysEverythingAtOnceAndExitsAsMisconfigured() throws IOException, InterruptedException {
        var variables = new HashMap<String, String>();
        for (var setting : Setting.values()) {
            variables.put(setting.name(), "\"canary\"");
        }
        var ended = serve(variables);

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.errors()).startsWith("Perennial can't start: ").doesNotContain("canary", "Exception");
        assertThat(Setting.values())
                .allSatisfy(setting -> assertThat(ended.errors()).contains("  - " + setting + " has quotation marks"));
    }

    /** What became of a process. */
    private record Ended(int code, String errors) {}

    private static Ended serve(Map<String, String> variables) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName());
        builder.command().add("serve");
        builder.environment().putAll(variables);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        var errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), errors);
    }

    private static List<String> problems(Map<String, String> variables) {
        return Optional.ofNullable(catchThrowableOfType(Misconfigured.class, () -> Environment.read(variables)))
                .map(Misconfigured::problems)
                .orElse(List.of());
    }
}
