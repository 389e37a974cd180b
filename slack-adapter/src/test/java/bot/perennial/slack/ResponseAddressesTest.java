package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseAddressesTest {
    private final SlackSettings settings = new SlackSettings(
            new SlackSettings.Secret("xoxb"),
            Optional.empty(),
            Optional.of(new SlackSettings.Secret("secret")),
            SlackSettings.SLACKS_OWN_API,
            Set.of("127.0.0.1"));
    private final SlackWeb web = new SlackWeb(settings);
    private final ResponseAddresses addresses = new ResponseAddresses(web, settings);

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/commands/T1/2/x",
                "https://HOOKS.slack.com/actions/T1/2/x",
                "http://127.0.0.1:7100/response/abc",
                "https://127.0.0.1/response/abc"
            })
    void postsWhereSlackAnswers(String address) {
        assertThat(addresses.allowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.slack.com/commands",
                "http://hooks.slack.com/commands/T1",
                "https://hooks.slack.com:8443/commands/T1",
                "https://hooks.slack.com.evil.example/x",
                "https://hooks.slack.com@evil.example/x",
                "https://evil.example@hooks.slack.com/x",
                "https://evil.example/https://hooks.slack.com/",
                "https://evil.example#@hooks.slack.com/",
                "https://evil.example\\@hooks.slack.com/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://localhost/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://hooks.slack.com%2eevil.example/x",
                "https://hooks。slack.com/x",
                "file:///etc/passwd",
                "gopher://hooks.slack.com/x",
                "ftp://127.0.0.1/x",
                "//hooks.slack.com/x",
                "https:hooks.slack.com",
                "javascript:alert(1)",
                " https://hooks.slack.com/x",
                "https://hooks.slack.com /x",
                "https://user:password@hooks.slack.com/x",
                "https://hooks.slack.com:443@evil.example/x",
                "https://hooks.slack.com:80/x",
                "https://hooks.slack.com:443/x",
                "https://hooks.slack.com./x",
                "https://hooks.slack.com\u0000.evil.example/x",
                "https://hooks.slack.com%00.evil.example/x",
                "https://evil.example?hooks.slack.com",
                "https://evil.example;hooks.slack.com/x",
                "https://xhooks.slack.com/x",
                "https://hooks-slack.com/x",
                "https://slack.com.evil.example/x",
                "https://10.0.0.1/x",
                "https://192.168.0.1/x",
                "https://0/x",
                "https://0.0.0.0/x",
                "https://0177.0.0.1/x",
                "https://[::]/x",
                "https://[fe80::1%25lo]/x",
                "https://metadata.google.internal/x",
                "https:///hooks.slack.com/x",
                "https:/hooks.slack.com/x",
                "https://\thooks.slack.com/x",
                "https://hooks.slack.com\r\nHost: evil.example/x",
                "jar:https://hooks.slack.com/x!/",
                "data:text/plain,x",
                "ldap://127.0.0.1/x",
                "127.0.0.1",
                "https://hooks.slack.com\\@evil.example/x",
                "https://hooks.slack.com:\\evil.example/x",
                "https://evil.example/%2f@hooks.slack.com/x",
                "https://hooks.slack.com%23@evil.example/x",
                "https://hooks.slack.com%40evil.example/x",
                "https://hooks.slack.com:443:80/x",
                "https://hooks.slack.com:-1/x",
                "https://ｈooks.slack.com/x",
                "https://xn--hooks-slack.com/x",
                "https://hooks.slack.co/x",
                "wss://hooks.slack.com/x",
                "HTTPS\\://hooks.slack.com/x",
                "null"
            })
    void postsNowhereElse(String address) {
        assertThat(addresses.allowed(address)).isFalse();
    }
}
