package bot.perennial.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bot.perennial.app.Environment.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {
    private static final Map<String, String> SLACK =
            Map.of("SLACK_BOT_TOKEN", "xoxb-test-token", "SLACK_APP_TOKEN", "xapp-1-A0000000001-test");
    private static final String KEYSET = "{\"primaryKeyId\":1,\"key\":[]}";

    @TempDir
    private Path folder;

    @Test
    void needsNothing() {
        var environment = Environment.read(Map.of());

        assertThat(environment.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".perennial"));
        assertThat(environment.http()).isEqualTo(new Environment.Http("127.0.0.1", 3000));
        assertThat(environment.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(environment.slack()).isEmpty();
        assertThat(environment.discord()).isEmpty();
        assertThat(environment.database()).isEmpty();
    }

    @Test
    void readsAWorkspaceBySocketMode() {
        var slack = Environment.read(SLACK).slack().orElseThrow();

        assertThat(slack.botToken().value()).isEqualTo("xoxb-test-token");
        assertThat(slack.appToken()).map(Secret::value).contains("xapp-1-A0000000001-test");
        assertThat(slack.signingSecret()).isEmpty();
    }

    @Test
    void listensEverywhereInHttpModeOnly() {
        var variables = Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "test-signing-secret");

        assertThat(Environment.read(variables).http().host()).isEqualTo("0.0.0.0");
        assertThat(Environment.read(SLACK).http().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void showsNoSecret() {
        var variables = new HashMap<>(SLACK);
        variables.put("DISCORD_TOKEN", "MTIz.test.token");

        assertThat(Environment.read(variables).toString()).doesNotContain("xoxb", "xapp", "MTIz");
    }

    @Test
    void readsASecretFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "xoxb-from-a-file\n");
        var variables = Map.of("SLACK_BOT_TOKEN_FILE", file.toString(), "SLACK_APP_TOKEN", "xapp-1");

        assertThat(Environment.read(variables).slack())
                .map(Environment.Slack::botToken)
                .map(Secret::value)
                .contains("xoxb-from-a-file");
    }

    @Test
    void readsTheFileThatIsNamedAndLetsTheEnvironmentWin() throws IOException {
        var file = Files.writeString(
                folder.resolve("perennial.conf"), "# ours\n\nPERENNIAL_HTTP_PORT=4000\nPERENNIAL_LOG_FORMAT = json\n");
        var environment = Environment.read(Map.of("PERENNIAL_CONFIG", file.toString(), "PERENNIAL_HTTP_PORT", "5000"));

        assertThat(environment.http().port()).isEqualTo(5000);
        assertThat(environment.logFormat()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void suggestsTheNameThatWasMeant() throws IOException {
        var file = Files.writeString(folder.resolve("perennial.conf"), "SLACK_BOT_TOKN=xoxb-1\n");

        assertThat(problems(Map.of("PERENNIAL_CONFIG", file.toString())))
                .isEqualTo("PERENNIAL_CONFIG: line 1 of the file sets something that doesn't exist;"
                        + " did you mean SLACK_BOT_TOKEN?");
    }

    @Test
    void takesADatabaseWhoseAddressNamesTheUser() {
        var variables = Map.of(
                "PERENNIAL_DATABASE_URL",
                "jdbc:mysql://127.0.0.1:3307/perennial?user=root&sslMode=DISABLED",
                "PERENNIAL_ENCRYPTION_KEYSET",
                KEYSET);

        assertThat(Environment.read(variables).database())
                .map(Environment.DatabaseAddress::url)
                .contains("jdbc:mysql://127.0.0.1:3307/perennial?user=root&sslMode=DISABLED");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var variables = Map.of(
                "SLACK_BOT_TOKEN", "xapp-1-A-wrong-place",
                "PERENNIAL_HTTP_PORT", "eighty",
                "PERENNIAL_LOG_FORMAT", "xml",
                "PERENNIAL_DATABASE_URL", "mysql://db/perennial",
                "DISCORD_TOKEN", "  ");

        assertThat(problems(variables).lines())
                .hasSize(8)
                .anyMatch(line -> line.startsWith("SLACK_BOT_TOKEN holds an app-level token"))
                .anyMatch(line -> line.startsWith("SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN"))
                .anyMatch(line -> line.startsWith("PERENNIAL_HTTP_PORT is not a port"))
                .anyMatch(line -> line.startsWith("PERENNIAL_LOG_FORMAT is neither"))
                .anyMatch(line -> line.startsWith("PERENNIAL_DATABASE_URL is not the JDBC address"))
                .anyMatch(line -> line.startsWith("PERENNIAL_DATABASE_URL is set without PERENNIAL_DATABASE_USER"))
                .anyMatch(line -> line.startsWith("PERENNIAL_ENCRYPTION_KEYSET is needed"))
                .anyMatch(line -> line.startsWith("DISCORD_TOKEN is set but empty"));
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEachSettingThatItIsEmpty(Setting setting) {
        assertThat(problems(Map.of(setting.name(), ""))).contains(setting.name() + " is set but empty");
        assertThat(problems(Map.of(setting.name(), " \t"))).contains(setting.name() + " is set but empty");
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEachSettingThatItIsQuoted(Setting setting) {
        assertThat(problems(Map.of(setting.name(), "\"value\""))).contains(setting.name() + " has quotation marks");
        assertThat(problems(Map.of(setting.name(), "value "))).contains(setting.name() + " has spaces");
    }

    @ParameterizedTest
    @EnumSource
    void readsOnlySecretsFromFiles(Setting setting) {
        var variables =
                Map.of(setting.name() + "_FILE", folder.resolve("absent").toString());

        assertThat(problems(variables).contains("names a file that doesn't exist"))
                .isEqualTo(setting.secret());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SLACK_BOT_TOKEN | xoxp-1 | holds another kind of Slack token
            SLACK_BOT_TOKEN | hello | is not a token that begins with xoxb-
            SLACK_BOT_TOKEN | MTIz.abc.def | what looks like a Discord token
            SLACK_APP_TOKEN | xoxb-1 | which belongs into SLACK_BOT_TOKEN
            SLACK_SIGNING_SECRET | xoxb-1 | which belongs into SLACK_BOT_TOKEN
            SLACK_SIGNING_SECRET | two words | has a space in it
            SLACK_API_URL | slack.com | SLACK_API_URL is not an address
            SLACK_API_URL | https://slack.com/api | must end with a slash
            SLACK_API_URL | ht tp:// | is not an address
            SLACK_RESPONSE_HOSTS | https://hooks.slack.com/x | is not a list of hosts
            SLACK_CLIENT_ID | 1.2 | belong together
            DISCORD_TOKEN | Bot MTIz.abc.def | begins with
            DISCORD_TOKEN | xoxb-1 | which belongs into SLACK_BOT_TOKEN
            DISCORD_TOKEN | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | Discord public key
            DISCORD_API_URL | ws://localhost/ | DISCORD_API_URL is not an address of the right kind
            DISCORD_GATEWAY_URL | http://localhost/ | is not an address of the right kind
            PERENNIAL_HTTP_PORT | 65536 | is not a port
            PERENNIAL_HTTP_PORT | -1 | is not a port
            PERENNIAL_HTTP_HOST | not a host | is not a host
            PERENNIAL_DATABASE_USER | ana | is set without PERENNIAL_DATABASE_URL
            PERENNIAL_DATABASE_URL | jdbc:postgresql://db/perennial | is not the JDBC address of MySQL or MariaDB
            PERENNIAL_DATABASE_URL | jdbc:mysql://db/perennial?user=a&password=b | holds a password
            PERENNIAL_ENCRYPTION_KEYSET | hunter2 | is not a Tink keyset
            """)
    void saysWhatIsWrongAndHowToMendIt(String name, String value, String words) {
        assertThat(problems(Map.of(name, value))).contains(words);
    }

    @Test
    void repeatsNoValueBecauseItMayBeASecret() {
        Arrays.stream(Setting.values()).forEach(setting -> assertThat(problems(Map.of(setting.name(), "canary-7f3 ")))
                .doesNotContain("canary-7f3"));
    }

    @Test
    void exitsAsMisconfigured() {
        assertThat(Misconfigured.EXIT_CODE).isEqualTo(78);
    }

    private static String problems(Map<String, String> variables) {
        return Optional.ofNullable(catchThrowableOfType(Misconfigured.class, () -> Environment.read(variables)))
                .map(misconfigured -> String.join("\n", misconfigured.problems()))
                .orElse("");
    }
}
