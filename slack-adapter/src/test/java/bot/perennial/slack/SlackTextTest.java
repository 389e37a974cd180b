package bot.perennial.slack;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.command.Token;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
    private final SlackText text =
            new SlackText((account, fallback) -> account.user().equals("U0DANA") ? "Dana Ortiz" : fallback);

    @Test
    void tellsMentionsFromWords() {
        assertThat(text.tokens("T1", "<@U0DANA|dana>, <@W0LEE|lee> at PyCon"))
                .containsExactly(
                        mention("U0DANA", "Dana Ortiz"),
                        new Token.Text(", "),
                        mention("W0LEE", "lee"),
                        new Token.Text(" at PyCon"));
    }

    @Test
    void namesAMentionNobodyCanName() {
        assertThat(text.tokens("T1", "<@U0SAM>")).containsExactly(mention("U0SAM", "someone"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    a &lt;b&gt; &amp;amp; c ~ a <b> &amp; c
                    <#C012AB3CD|general> ~ general
                    <#C012AB3CD> ~ a channel
                    <!channel> ~ @channel
                    <!subteam^S1|@team> ~ @team
                    <!date^1^x|Friday> ~ Friday
                    <http://example.com|example.com> ~ example.com
                    <https://example.com/a?b=1&amp;c=2> ~ https://example.com/a?b=1&c=2
                    <http://evil.example|Slack> ~ http://evil.example
                    <mailto:ana@example.com|ana@example.com> ~ ana@example.com
                    """)
    void showsAllOtherMarkupAsItWasSeen(String typed, String seen) {
        assertThat(plain(typed)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", ">", "<@", "<@>", "<|>", "<<@U0DANA>>", "&", "&amp", "<@U0DANA|", "\uD800"})
    void survivesWhatSlackWouldNeverSend(String typed) {
        assertThat(text.tokens("T1", typed)).isNotNull();
    }

    @Test
    void readsFiveHundredMentions() {
        assertThat(text.tokens("T1", "<@U0DANA|dana> ".repeat(500))).hasSize(1000);
    }

    private String plain(String typed) {
        return text.tokens("T1", typed).stream()
                .map(token -> token instanceof Token.Text(String words) ? words : "?")
                .collect(Collectors.joining());
    }

    private static Token mention(String user, String name) {
        return new Token.Mention(new Who.Mentioned(new Account("slack", "T1", user), name));
    }
}
