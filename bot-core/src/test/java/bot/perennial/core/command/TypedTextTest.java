package bot.perennial.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import bot.perennial.core.commands.Commands;
import bot.perennial.core.people.Account;
import bot.perennial.core.people.Who;
import bot.perennial.core.testing.TestBot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How typed text is told apart; the right column is what the options got, in the order of the spec. */
class TypedTextTest {
    private static final Who.Mentioned ANA = new Who.Mentioned(new Account("test", "home", "ana"), "ana");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Ana                                         | who=[Ana]
                    Ana Silva at PyCon                          | who=[Ana Silva] where=PyCon
                    Ana, Ben and Cleo at PyCon                  | who=[Ana, Ben, Cleo] where=PyCon
                    "Jo at Acme", Lee Ko at PyCon when:yesterday | who=[Jo at Acme, Lee Ko] where=PyCon when=yesterday
                    “Jo, at Acme” at PyCon                      | who=[Jo, at Acme] where=PyCon
                    mum's accountant Ruth - vouch for: tax      | who=[mum's accountant Ruth] note=vouch for: tax
                    Ana - lunch at noon - then a walk           | who=[Ana] note=lunch at noon - then a walk
                    Ana — an em dash                            | who=[Ana] note=an em dash
                    Ana -- two dashes                           | who=[Ana] note=two dashes
                    Ana-Maria at co-op                          | who=[Ana-Maria] where=co-op
                    Ana - see https://x.org/a?b=c:d when:mon ok | who=[Ana] note=see https://x.org/a?b=c:d ok when=mon
                    Ana - re: visa                              | who=[Ana] note=re: visa
                    Ana - "when:mon" is quoted                  | who=[Ana] note="when:mon" is quoted
                    Ana #fintech #jazz                          | who=[Ana] tags=#fintech #jazz
                    Ana - likes #jazz much                      | who=[Ana] note=likes #jazz much
                    Ana #1 fan                                  | who=[Ana fan] tags=#1
                    how:call Ana                                | who=[Ana] how=call
                    Ana when:3 days ago at PyCon                | who=[Ana] where=PyCon when=3 days ago
                    Ana when:"3 days ago" - note                | who=[Ana] note=note when=3 days ago
                    Ana next:in 3 months how:video              | who=[Ana] how=video next=in 3 months
                    where:"Blue Bottle" who:Ana                 | who=[Ana] where=Blue Bottle
                    WHEN:yesterday Ana                          | who=[Ana] when=yesterday
                    Ana when:                                   | who=[Ana when:]
                    Ana at                                      | who=[Ana]
                    at PyCon                                    | where=PyCon
                    - only a note                               | note=only a note
                    "unclosed quote                             | who=["unclosed quote]
                    Ana,,Ben,                                   | who=[Ana, Ben]
                    """)
    void tellsTheOptionsOfALogApart(String text, String options) {
        assertThat(read("met", new Token.Text(text))).isEqualTo(options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dana fri - send the article kind:share | who=[dana] when=fri about=send the article kind=share
                    dana wu next week                      | who=[dana wu] when=next week
                    lee every 6 weeks                      | who=[lee] every=6 weeks
                    ruth 31 jan - ask about year-end       | who=[ruth] when=31 jan about=ask about year-end
                    dana later 1w                          | who=[dana] when=later 1w
                    dana done                              | who=[dana] when=done
                    dana stop                              | who=[dana] when=stop
                    dana end of month                      | who=[dana] when=end of month
                    dana in 3 months                       | who=[dana] when=in 3 months
                    dana 2025-08-15                        | who=[dana] when=2025-08-15
                    may 3 may                              | who=[may] when=3 may
                    dana soonish                           | who=[dana soonish]
                    """)
    void tellsTheOptionsOfAPromiseApart(String text, String options) {
        assertThat(read("followup", new Token.Text(text))).isEqualTo(options);
    }

    @Test
    void takesALineBreakForADash() {
        assertThat(read("met", new Token.Text("Ana at PyCon\nlikes jazz")))
                .isEqualTo("who=[Ana] where=PyCon note=likes jazz");
    }

    @Test
    void takesMentionsWhereverTheyStand() {
        assertThat(read("met", new Token.Mention(ANA), new Token.Text(" at PyCon - wants advice")))
                .isEqualTo("who=[ana] where=PyCon note=wants advice");
        assertThat(read("met", new Token.Text("Ben, "), new Token.Mention(ANA), new Token.Text(" and Cleo")))
                .isEqualTo("who=[Ben, ana, Cleo]");
        assertThat(read("met", new Token.Text("Ben - told me about "), new Token.Mention(ANA)))
                .isEqualTo("who=[Ben] note=told me about ana");
        assertThat(read("followup", new Token.Mention(ANA), new Token.Text(" next week - call")))
                .isEqualTo("who=[ana] when=next week about=call");
    }

    @Test
    void readsBackWhatItPrints() {
        for (var command : Commands.all()) {
            for (var example : command.spec().examples()) {
                var text = example.substring(1 + command.spec().name().length()).strip();
                var written = TypedText.read(command.spec(), List.of(new Token.Text(without(text, command.spec()))));
                var line = written.line().orElseThrow();
                var again = TypedText.read(
                        command.spec(),
                        List.of(new Token.Text(without(
                                line.substring(1 + command.spec().name().length())
                                        .strip(),
                                command.spec()))));
                assertThat(shown(again)).as(line).isEqualTo(shown(written));
            }
        }
    }

    @Test
    void givesBackANoteThatIsTooLong() {
        var bot = new TestBot("2026-03-02T07:00:00Z");
        var note = "é👋".repeat(1_200);

        assertThat(bot.say("/met Ana - " + note))
                .startsWith(
                        "The note has 2400 characters, and I keep up to 2000. Nothing stored yet: please shorten it.")
                .satisfies(text -> assertThat(text.replace("\n", "")).endsWith(note));
        assertThat(bot.say("/met Ana - " + "é👋".repeat(1_000))).startsWith("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/met %s", "/met Ben, \"%s\" at PyCon", "/followup %s 2w", "/people edit ana name:\"%s\""})
    void givesBackANameThatIsTooLong(String line) {
        var bot = new TestBot("2026-03-02T07:00:00Z");
        bot.say("/met Ana");
        var name = "é👋".repeat(41);

        assertThat(bot.say(line.formatted(name)))
                .startsWith("The name has 82 characters, and I keep up to 80. Nothing stored yet: please shorten it")
                .contains("é👋".repeat(20));
        assertThat(bot.say(line.formatted("é👋".repeat(40)))).doesNotContain("please shorten it");
    }

    @Test
    void saysWhereANoteGoesOnlyToThoseWhoCanTakeOne() {
        var bot = new TestBot("2026-03-02T07:00:00Z");
        var name = "a".repeat(81);

        assertThat(bot.say("/met " + name)).contains("please shorten it; a note goes after  - .");
        assertThat(bot.say("/people card " + name))
                .contains("please shorten it.")
                .doesNotContain("a note goes");
    }

    private static String without(String text, CommandSpec spec) {
        return text.startsWith(spec.word()) ? text.substring(spec.word().length()) : text;
    }

    private static String read(String name, Token... tokens) {
        var spec = Commands.all().stream()
                .map(Command::spec)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return shown(TypedText.read(spec, List.of(tokens)));
    }

    private static String shown(Written written) {
        return written.spec().options().stream()
                .flatMap(option ->
                        Stream.ofNullable(written.values().get(option)).map(raw -> option.name() + "=" + shown(raw)))
                .collect(Collectors.joining(" "));
    }

    private static String shown(Written.Raw raw) {
        return raw.people().isEmpty()
                ? raw.text()
                : raw.people().stream().map(TypedTextTest::name).toList().toString();
    }

    private static String name(Who who) {
        return switch (who) {
            case Who.Mentioned(var account, String name) -> name;
            case Who.Named(String name) -> name;
            case Who.Known known -> known.typed();
        };
    }
}
